import type { Contact } from "#app/customers/contact.ts";
import { append } from "#app/journal/store.ts";
import { findMember } from "#app/members/store.ts";
import type { Message } from "#app/messages/message.ts";
import type { Instant } from "#base/instant.ts";
import { conflict, demand, missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import { readMail } from "#engine/mail/read-mail.ts";
import { keepCopy, settledBy } from "./actions-copy.ts";
import { addressOf, keepFromCustomer } from "./actions-customer.ts";
import { identityOf } from "./arrival.ts";
import { isOwnCopy, mayFile } from "./release.ts";
import { filedAs, findArrival, type Outcome, rawOf, saveOutcome } from "./store.ts";

type Acting = { workspaceId: string; memberId: string; house: House; now: Instant };

/**
 * A member knows whose mail it is that was set aside: it stands on that contact's record as if it had been filed by itself.
 * Cases do not hear of it; whoever calls tells them. Refuses `not_to_file`, `filed_already`.
 */
export async function fileByHand(
  tx: Tx,
  { workspaceId, memberId, house, now }: Acting,
  id: string,
  contact: Pick<Contact, "id" | "customerId">,
): Promise<Message> {
  const raw = await rawOf(tx, workspaceId, id);
  const mail = await readMail(raw ?? Buffer.alloc(0));
  const arrival = await findArrival(tx, workspaceId, id, "for update");
  if (!arrival) throw missing("arrival");
  demand(mayFile({ ...arrival, hasOriginal: raw !== null }));
  const identity = identityOf(mail);
  if (identity && (await filedAs(tx, workspaceId, identity))) {
    throw conflict("filed_already", "The very same mail was filed already, by another way.");
  }
  const from = mail.from?.address ?? null;
  const recipients = [...new Set([...arrival.recipients, ...mail.recipients])];
  const filing = { workspaceId, arrival, mail, from, recipients, own: [], house, now };
  const member = isOwnCopy(arrival) ? await findMember(tx, workspaceId, arrival.memberId ?? "") : undefined;
  const message = member
    ? await keepCopy(tx, filing, contact, { toAddress: null, member })
    : await keepFromCustomer(tx, filing, contact, {
        fromAddress: from && addressOf(from),
        answersToken: null,
        heedAt: null,
      });
  const settledAt = member ? await settledBy(tx, message, member.id, workspaceId, now) : now;
  const outcome: Outcome = { state: "filed", why: null, messageId: message.id, identity, settledAt };
  await saveOutcome(tx, workspaceId, arrival, outcome);
  await append(tx, workspaceId, {
    chainId: message.customerId ?? workspaceId,
    what: "message filed by hand",
    at: now,
    by: { memberId },
    subjectId: message.id,
    facts: { message_id: message.id, arrival_id: id, why: arrival.why },
  });
  return message;
}
