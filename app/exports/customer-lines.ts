import { createHash } from "node:crypto";
import type { Address } from "#app/customers/address.ts";
import type { Contact } from "#app/customers/contact.ts";
import type { Customer } from "#app/customers/customer.ts";
import type { KeptEntry, Texts } from "#app/journal/proof.ts";
import { type SharedEntry, shareWithCustomer } from "#app/journal/shared.ts";
import type { SeenPromise } from "#app/promises/page.ts";
import type { Promise_ } from "#app/promises/promise.ts";
import type { Line } from "./export.ts";

/** What a customer takes home of themself. Our own notes on them (tier, tags, who looks after them) are not in it. */
export function customerLine({ id, name, kind, language, timeZone }: Customer): Line {
  return { type: "customer", id, name, kind, language, time_zone: timeZone };
}

export function contactLine(contact: Contact, addresses: readonly (Address & { contactId: string })[]): Line {
  const { id, customerId, name, preferredChannel, language, timeZone, quietFrom, quietUntil } = contact;
  return {
    type: "contact",
    id,
    customer_id: customerId,
    name,
    preferred_channel: preferredChannel,
    language,
    time_zone: timeZone,
    quiet_from: quietFrom,
    quiet_until: quietUntil,
    addresses: addresses
      .filter(({ contactId }) => contactId === id)
      .map(({ channel, address }) => ({ channel, address })),
  };
}

/** A promise with its story, as it stands on their page; `seen` is what they may see of it. */
export function promiseLine(p: Promise_, seen: SeenPromise): Line {
  return {
    type: "promise",
    id: seen.id,
    text: seen.text,
    rest: seen.rest,
    kind: p.kind,
    state: seen.state,
    owner: seen.owner,
    given_to: seen.givenTo,
    made_at: p.madeAt,
    made_via: p.madeVia,
    opens_at: seen.opensAt,
    first_due_at: p.firstDueAt,
    due_at: seen.dueAt,
    held_to_due_at: seen.heldToDueAt,
    was_late: seen.wasLate || seen.isOverdue,
    held_up_since: seen.heldUp?.since ?? null,
    held_up_reason: seen.heldUp?.reason ?? null,
    settled_at: seen.settledAt,
    more: seen.more,
    verdict: seen.verdict?.answer ?? null,
    verdict_at: seen.verdict?.at ?? null,
    story: seen.story.map(({ what, at, by, via, words, before, dueAt, nextWordAt, isLoggedAfterwards }) => ({
      what,
      at,
      by,
      via,
      words,
      before,
      due_at: dueAt,
      next_word_at: nextWordAt,
      logged_afterwards: isLoggedAfterwards,
    })),
  };
}

/** An entry of their journal; of what is another contact's (`unseen`) the digest only, by which the chain still proves. */
export function entryLine(kept: KeptEntry, texts: Texts, unseen: ReadonlySet<string>): SharedEntry {
  if (!kept.subjectId || !unseen.has(kept.subjectId)) return shareWithCustomer(kept, texts);
  const content = createHash("sha256").update(kept.entry).digest("hex");
  const { chainId: chain_id, seq, hash } = kept;
  return { type: "journal", chain_id, seq, content_sha256: content, hash: hash.toString("hex") };
}
