import { createCustomer } from "#app/customers/actions.ts";
import type { Contact } from "#app/customers/contact.ts";
import { contactsAt, holdersOf } from "#app/customers/store-contacts.ts";
import { append } from "#app/journal/store.ts";
import { listMailboxes } from "#app/mailboxes/store.ts";
import { blank, noteAnswer } from "#app/messages/actions.ts";
import { receiveMessage } from "#app/messages/actions-incoming.ts";
import type { Message } from "#app/messages/message.ts";
import { countFrom } from "#app/messages/store-incoming.ts";
import { dialled, writtenAs } from "#app/numbers/dialled.ts";
import { ourNumber } from "#app/numbers/store.ts";
import { newId } from "#base/id.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { demand, missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { contactAt } from "./actions-customer.ts";
import { contactCalled } from "./actions-told.ts";
import type { Arrival } from "./arrival.ts";
import { mayRelease } from "./release.ts";
import { findArrival, findNew, type Outcome, rawOf, saveOutcome } from "./store.ts";
import { addressIn, type Kept, looksLikeSpam, writtenIn } from "./written.ts";

// A person who is in trouble writes a few times; more than that is set aside for a person to see.
const mostOfAnAddressADay = 10;

/** Files what was written in a form: once, as a case of its own, or set aside where it looks like spam. */
export async function fileWritten(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
  raw: Buffer,
  now: Instant,
): Promise<void> {
  const arrival = await findNew(tx, workspaceId, due, "for update");
  if (!arrival) return;
  const kept = writtenIn(raw);
  const why = await doubtIn(tx, workspaceId, kept, now);
  const outcome: Outcome = why ? { state: "set_aside", why } : await filed(tx, workspaceId, arrival, kept, now);
  await saveOutcome(tx, workspaceId, arrival, { ...aboutOf(kept), ...outcome });
}

/** A member has read it, and it is somebody's words: it becomes a case as if nothing had been in doubt. */
export async function releaseArrival(
  tx: Tx,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  id: string,
  now: Instant,
): Promise<Arrival> {
  const found = await findArrival(tx, workspaceId, id, "for update");
  if (!found) throw missing("arrival");
  const raw = await rawOf(tx, workspaceId, id);
  demand(mayRelease({ ...found, hasOriginal: raw !== null }));
  const kept = writtenIn(raw ?? Buffer.alloc(0));
  const outcome = { ...(await filed(tx, workspaceId, found, kept, now)), why: null, settledAt: now };
  await saveOutcome(tx, workspaceId, found, outcome);
  const by = { memberId };
  const facts = { why: found.why };
  await append(tx, workspaceId, { chainId: workspaceId, what: "arrival released", at: now, by, subjectId: id, facts });
  return { ...found, ...outcome, version: found.version + 1 };
}

async function doubtIn(tx: Tx, workspaceId: string, kept: Kept, now: Instant): Promise<Arrival["why"]> {
  if (looksLikeSpam(kept, kept.trap)) return "looks_like_spam";
  const from = fromOf(kept);
  // Our own address would have our acknowledgement answered by us.
  const own = (await listMailboxes(tx, workspaceId)).some(({ address }) => address === from);
  if (own) return "own_mail";
  const many = await countFrom(tx, workspaceId, from ?? "", plusSeconds(now, -86_400), mostOfAnAddressADay);
  return many >= mostOfAnAddressADay ? "too_many" : null;
}

async function filed(tx: Tx, workspaceId: string, arrival: Arrival, kept: Kept, now: Instant) {
  const known = await knownAs(tx, workspaceId, kept);
  const contact = known ?? (await newCustomer(tx, workspaceId, kept, now));
  const message: Message = {
    ...blank,
    id: newId(),
    channel: "form",
    letter: "own",
    direction: "in",
    author: "human",
    state: "arrived",
    customerId: contact.customerId,
    contactId: contact.id,
    byMemberId: null,
    fromAddress: fromOf(kept),
    subject: kept.about,
    body: kept.words,
    // What they typed of themselves is shown as they typed it, and changes nothing of what we know already.
    quoted: [kept.name, kept.email, kept.phone].filter((part) => part !== "").join("\n"),
    language: kept.language,
    queuedAt: arrival.arrivedAt,
    heedAt: now,
  };
  await receiveMessage(tx, workspaceId, message, now);
  await noteAnswer(tx, workspaceId, contact.id, now);
  return { state: "filed", messageId: message.id } as const;
}

type Known = Pick<Contact, "id" | "customerId">;

/** By their mail first; by their number only where no mail is named, since it proves less. */
async function knownAs(tx: Tx, workspaceId: string, { email, phone }: Kept): Promise<Known | undefined> {
  const address = email && addressIn("email", email);
  if (address) return contactAt(tx, workspaceId, address);
  const number = await numberIn(tx, workspaceId, phone);
  return number ? contactCalled(tx, workspaceId, number.spellings) : undefined;
}

async function newCustomer(tx: Tx, workspaceId: string, kept: Kept, now: Instant): Promise<Known> {
  const { name, language } = kept;
  const email = kept.email && addressIn("email", kept.email);
  const number = kept.phone ? await numberIn(tx, workspaceId, kept.phone) : null;
  // A number that somebody has already stays theirs.
  const isFree = number !== null && !(await isHeld(tx, workspaceId, number.spellings));
  const addresses = [
    ...(email ? [{ channel: "email" as const, address: email }] : []),
    ...(isFree ? [{ channel: "phone" as const, address: number.address }] : []),
  ];
  const preferredChannel = email ? ("email" as const) : ("phone" as const);
  const contacts = [{ name, language, preferredChannel, addresses }];
  const customer = await createCustomer(tx, workspaceId, "machine", { name, kind: "person", language, contacts }, now);
  const [contact] = await contactsAt(tx, workspaceId, [customer.id]);
  if (!contact) throw new Error("the new customer has no contact");
  return contact;
}

async function isHeld(tx: Tx, workspaceId: string, spellings: readonly string[]): Promise<boolean> {
  for (const written of spellings) {
    if ((await holdersOf(tx, workspaceId, ["sms", "phone"], written)).length > 0) return true;
  }
  return false;
}

/** The number as the network knows it, where we have one of our own to read it by; and how it may be written down here. */
async function numberIn(tx: Tx, workspaceId: string, phone: string) {
  const typed = addressIn("phone", phone);
  const ours = typed ? await ourNumber(tx, workspaceId) : undefined;
  const address = typed && ours ? (dialled(typed, ours.number) ?? typed) : typed;
  if (!address) return null;
  return { address, spellings: ours && address.startsWith("+") ? writtenAs(address, ours.number) : [address] };
}

function aboutOf(kept: Kept) {
  return { fromAddress: fromOf(kept), subject: kept.about || kept.words.slice(0, 100) };
}

function fromOf({ email, phone }: Kept): string | null {
  return (email && addressIn("email", email)) || (phone && addressIn("phone", phone)) || null;
}
