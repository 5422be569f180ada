import type { Contact } from "#app/customers/contact.ts";
import type { Member } from "#app/members/member.ts";
import { findMember } from "#app/members/store.ts";
import { blank } from "#app/messages/actions.ts";
import { keepAttachments } from "#app/messages/actions-attachments.ts";
import { answeredBy, receiveMessage } from "#app/messages/actions-incoming.ts";
import type { Message } from "#app/messages/message.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { addressOf, contactAt, contentsOf, namedBy, newCustomer, wordsOf } from "./actions-customer.ts";
import type { Filed, Filing } from "./actions-filing.ts";
import { offeredIn } from "./actions-offered.ts";
import { withoutPlus } from "./arrival.ts";

const mostReaders = 10;

/**
 * A member's blind copy of what they wrote by another program: filed with each customer it went to. Only what comes from
 * that member's own address, since whoever learns the address could else put words into their mouth.
 */
export async function fileCopy(tx: Tx, filing: Filing, memberId: string): Promise<Filed> {
  const { workspaceId, from, now } = filing;
  const member = await findMember(tx, workspaceId, memberId);
  if (!member || member.leftAt || member.email.toLowerCase() !== from) return { why: "not_their_address", memberId };
  const filed: Message[] = [];
  for (const { contact, address } of await readersOf(tx, filing)) {
    filed.push(await keepCopy(tx, filing, contact, { toAddress: address, member }));
  }
  const [first] = filed;
  if (!first) return { why: "nobody_to_file_with", memberId };
  return { messageId: first.id, memberId, settledAt: await settledBy(tx, first, memberId, workspaceId, now) };
}

type Sent = { toAddress: string | null; member: Pick<Member, "id" | "language"> };

/** What a member wrote by another program, on the record of whom they wrote to. */
export async function keepCopy(
  tx: Tx,
  filing: Filing,
  contact: Pick<Contact, "id" | "customerId">,
  { toAddress, member }: Sent,
): Promise<Message> {
  const { workspaceId, mail, arrival, now } = filing;
  const message: Message = {
    ...blank,
    ...wordsOf(filing),
    id: newId(),
    direction: "out",
    author: mail.automatic ? "automatic" : "human",
    state: "logged",
    customerId: contact.customerId,
    contactId: contact.id,
    byMemberId: member.id,
    toAddress,
    answersMessageId: await answeredBy(tx, workspaceId, contact.customerId, namedBy(filing, null)),
    language: member.language ?? "en",
    queuedAt: arrival.arrivedAt,
  };
  await receiveMessage(tx, workspaceId, message, now);
  await keepAttachments(tx, workspaceId, message, contentsOf(filing), now);
  return message;
}

/** Where nothing is promised there is nothing to look through, and the copies that do promise are not buried. */
export async function settledBy(tx: Tx, copy: Message, memberId: string, workspaceId: string, now: Instant) {
  return (await offeredIn(tx, { workspaceId, memberId }, copy)) ? null : now;
}

/** Whom it went to, of those who are none of us; where nobody of them is known, the first becomes a customer. */
async function readersOf(tx: Tx, filing: Filing) {
  const { workspaceId, own, from } = filing;
  const addresses = [...new Set(filing.mail.recipients.flatMap((one) => addressOf(one) ?? []))];
  const others = addresses.filter((address) => address !== from && !own.includes(withoutPlus(address)));
  const found = [];
  const seen = new Set<string>();
  for (const address of others.slice(0, 50)) {
    const contact = await contactAt(tx, workspaceId, address);
    if (!contact || seen.has(contact.id) || found.length >= mostReaders) continue;
    seen.add(contact.id);
    found.push({ contact, address });
  }
  const [stranger] = others;
  if (found.length > 0 || !stranger) return found;
  return [{ contact: await newCustomer(tx, filing, stranger), address: stranger }];
}
