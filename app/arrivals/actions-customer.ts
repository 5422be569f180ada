import { createCustomer } from "#app/customers/actions.ts";
import { normalAddress } from "#app/customers/address.ts";
import type { Contact } from "#app/customers/contact.ts";
import { holdersOf } from "#app/customers/store-contacts.ts";
import { resolvedContact } from "#app/customers/store-whole.ts";
import { blank, contactAddressed, noteAnswer } from "#app/messages/actions.ts";
import { keepAttachments, lineOf } from "#app/messages/actions-attachments.ts";
import { answeredBy, receiveMessage } from "#app/messages/actions-incoming.ts";
import type { Message } from "#app/messages/message.ts";
import { recordChase } from "#app/promises/actions-answers.ts";
import { findPromise } from "#app/promises/store.ts";
import { tellingsOfMessage } from "#app/promises/store-tellings.ts";
import { newId } from "#base/id.ts";
import { type Instant, isBefore } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Filed, Filing } from "./actions-filing.ts";
import { ownIdOf } from "./arrival.ts";
import { asksForNews } from "./asking.ts";

/** A customer's mail: on their record, in the thread it answers, and heard by whoever waits for it. */
export async function fileFromCustomer(
  tx: Tx,
  filing: Filing,
  from: string,
  answersToken: string | null,
): Promise<Filed> {
  const { workspaceId, mail, now } = filing;
  const address = addressOf(from);
  if (address === null) return { why: "no_sender" };
  const known = await contactAt(tx, workspaceId, address);
  // Whoever we do not know and who did not sit down to write is nobody's customer yet.
  if (!known && mail.automatic) return { why: "machine" };
  const contact = known ?? (await newCustomer(tx, filing, address));
  const message = await keepFromCustomer(tx, filing, contact, { fromAddress: address, answersToken, heedAt: now });
  return { messageId: message.id };
}

type Heard = { fromAddress: string | null; answersToken: string | null; heedAt: Instant | null };

/** A mail on the record of who wrote it, heard by whoever waits for it; `heedAt` is when cases are to hear of it. */
export async function keepFromCustomer(
  tx: Tx,
  filing: Filing,
  contact: Pick<Contact, "id" | "customerId">,
  { fromAddress, answersToken, heedAt }: Heard,
): Promise<Message> {
  const { workspaceId, mail, arrival, now } = filing;
  const named = namedBy(filing, answersToken);
  const message: Message = {
    ...blank,
    ...wordsOf(filing),
    id: newId(),
    direction: "in",
    author: mail.automatic ? "automatic" : "human",
    state: "arrived",
    customerId: contact.customerId,
    contactId: contact.id,
    byMemberId: null,
    fromAddress,
    isAutoReply: mail.automatic !== null,
    answersMessageId: await answeredBy(tx, workspaceId, contact.customerId, named),
    language: await languageOf(tx, filing, contact.id),
    queuedAt: arrival.arrivedAt,
    heedAt,
  };
  if (!mail.automatic) await chase(tx, filing, message);
  await receiveMessage(tx, workspaceId, message, now);
  await keepAttachments(tx, workspaceId, message, contentsOf(filing), now);
  if (!mail.automatic) await noteAnswer(tx, workspaceId, contact.id, now);
  return message;
}

/** What it says, as a message keeps it. */
export function wordsOf({ mail }: Filing) {
  return {
    channel: "email",
    letter: "own",
    subject: mail.subject,
    body: mail.words,
    quoted: mail.quoted || null,
    attachments: mail.attachments.map(lineOf),
    acts: [],
    messageIdHeader: mail.messageId,
  };
}

/** The files that came with it, in the order of their lines. */
export function contentsOf({ mail }: Filing): Uint8Array[] {
  return mail.attachments.map(({ content }) => content);
}

/** The mails that it says it answers: by the address it was sent to first, which mail programs do not lose. */
export function namedBy({ mail }: Filing, answersToken: string | null): { id: string | null; header: string }[] {
  const byHeader = mail.answers.map((header) => ({ id: ownIdOf(header), header }));
  return answersToken ? [{ id: answersToken, header: "" }, ...byHeader] : byHeader;
}

export async function contactAt(
  tx: Tx,
  workspaceId: string,
  address: string,
): Promise<Pick<Contact, "id" | "customerId"> | undefined> {
  const [holder] = await holdersOf(tx, workspaceId, ["email"], address);
  return holder && (await resolvedContact(tx, workspaceId, holder.contactId));
}

export async function newCustomer(
  tx: Tx,
  { workspaceId, mail, now }: Filing,
  address: string,
): Promise<Pick<Contact, "id" | "customerId">> {
  const said = mail.from?.address === address ? mail.from.name : "";
  const name = said || (address.split("@")[0] ?? address);
  const contacts = [{ name, preferredChannel: "email" as const, addresses: [{ channel: "email" as const, address }] }];
  const customer = await createCustomer(tx, workspaceId, "machine", { name, kind: "person", contacts }, now);
  const contact = await contactAt(tx, workspaceId, address);
  if (!contact) throw new Error(`the new customer ${customer.id} has no contact`);
  return contact;
}

/** In its normal form, null where it cannot be one that anybody is reached at. */
export function addressOf(text: string): string | null {
  try {
    return normalAddress({ channel: "email", address: text }).address;
  } catch (problem) {
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}

async function languageOf(tx: Tx, { workspaceId, now }: Filing, contactId: string): Promise<string> {
  return (await contactAddressed(tx, workspaceId, contactId, now)).reader.language;
}

/** They ask how far we are with what we wrote to them about: they had to, before we told them. */
async function chase(tx: Tx, { workspaceId, now }: Filing, message: Message): Promise<void> {
  const { answersMessageId, contactId, body, queuedAt: at } = message;
  if (!answersMessageId || !contactId || !asksForNews(body)) return;
  for (const { promiseId } of await tellingsOfMessage(tx, workspaceId, answersMessageId)) {
    const promise = await findPromise(tx, workspaceId, promiseId);
    if (promise.state !== "open" || isBefore(at, promise.madeAt)) continue;
    const asked = { channel: "email", words: body.slice(0, 500), at };
    await recordChase(tx, { workspaceId, by: { contactId } }, promiseId, asked, now);
  }
}
