import type { Reader } from "#app/letters/letter.ts";
import { firstNameOf, type ReplyFacts } from "#app/letters/reply.ts";
import { wordsFor } from "#app/letters/store.ts";
import { findMember } from "#app/members/store.ts";
import { contactAddressed } from "#app/messages/actions.ts";
import type { Deed } from "./actions-deed.ts";
import type { Case } from "./case.ts";
import { withStatusFrom } from "./status.ts";
import { plansOf } from "./store-plans.ts";

export type Draft = { subject: string; body: string; language: string };

/** The next word from the facts: what happened since the last, who has it, what comes next and by when. */
export async function draftOf(deed: Deed, c: Case): Promise<Draft> {
  const { tx, workspaceId, now, around } = deed;
  const reader = await readerOf(deed, c);
  const words = await wordsFor(reader.language);
  const since = c.lastWordAt ?? c.raisedAt;
  const plans = await plansOf(tx, workspaceId, c.id, since);
  const handler = c.handlerId ? await findMember(tx, workspaceId, c.handlerId) : undefined;
  const letter = words.caseDraft(
    {
      subject: c.subject,
      since,
      done: plans.filter(({ state }) => state !== "open").map(({ text }) => text),
      next: plans.filter(({ state }) => state === "open").map(({ text, dueAt }) => ({ text, dueAt })),
      owner: around.ownerName,
      handler: handler?.name ?? null,
      waitingFor: c.waitingReason,
      nextWordAt: withStatusFrom(c, now, around).statusDueAt,
    },
    reader,
  );
  return { subject: letter.subject, body: letter.paragraphs.join("\n\n"), language: reader.language };
}

/** What the places of a saved reply stand for in this case, for whoever writes it. */
export async function replyFactsOf(
  deed: Deed,
  c: Case,
  member: string,
): Promise<{ language: string; facts: ReplyFacts }> {
  const reader = await readerOf(deed, c);
  const words = await wordsFor(reader.language);
  const next = withStatusFrom(c, deed.now, deed.around).statusDueAt;
  const name = reader.name || null;
  return {
    language: words.tag,
    facts: {
      ...{ name, first_name: name && firstNameOf(name), member, business: deed.around.houseName, case: c.subject },
      next_word: next && words.time(next, reader),
    },
  };
}

/** Who reads what is written in a case; without a contact nobody by name, in the house's language. */
async function readerOf({ tx, workspaceId, now, around }: Deed, c: Case): Promise<Reader> {
  if (c.contactId) return (await contactAddressed(tx, workspaceId, c.contactId, now)).reader;
  const { timeZone } = around.hours;
  return { name: "", language: around.houseLanguage, timeZone, businessTimeZone: timeZone, now };
}
