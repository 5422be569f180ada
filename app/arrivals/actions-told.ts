import { createCustomer } from "#app/customers/actions.ts";
import type { Contact } from "#app/customers/contact.ts";
import { holdersOf } from "#app/customers/store-contacts.ts";
import { contactIdsOf } from "#app/customers/store-merges.ts";
import { resolvedContact } from "#app/customers/store-whole.ts";
import { append } from "#app/journal/store.ts";
import { wordsFor } from "#app/letters/store.ts";
import { blank, contactAddressed, noteAnswer } from "#app/messages/actions.ts";
import { receiveMessage } from "#app/messages/actions-incoming.ts";
import type { Message } from "#app/messages/message.ts";
import { countFrom } from "#app/messages/store-incoming.ts";
import { saveStopped } from "#app/messages/store-numbers.ts";
import { writtenAs } from "#app/numbers/dialled.ts";
import { findNumber } from "#app/numbers/store.ts";
import { newId } from "#base/id.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Arrival, mostOfAnAddressADay } from "./arrival.ts";
import { findNew, type Outcome, saveOutcome } from "./store.ts";
import { type Told, toldBy } from "./twilio.ts";

type Spoken = Extract<Told, { is: "text" | "call" }>;
type Filing = { workspaceId: string; arrival: Arrival; told: Spoken; ours: string; now: Instant };
type Known = Pick<Contact, "id" | "customerId">;

/** Files a text or a missed call with the contact whose number it came from: once, whatever else happens meanwhile. */
export async function fileTold(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
  raw: Buffer,
  now: Instant,
): Promise<void> {
  const arrival = await findNew(tx, workspaceId, due, "for update");
  if (!arrival) return;
  const told = toldBy(new URLSearchParams(raw.toString("utf8")));
  const number = await findNumber(tx, workspaceId, arrival.numberId ?? "");
  const isSpoken = told?.is === "text" || told?.is === "call";
  const outcome: Outcome =
    isSpoken && number
      ? await file(tx, { workspaceId, arrival, told, ours: number.number, now })
      : { state: "set_aside", why: "unreadable" };
  const about = isSpoken ? { fromAddress: told.from.slice(0, 100) || null, subject: subjectOf(told) } : {};
  await saveOutcome(tx, workspaceId, arrival, { ...about, ...outcome });
}

async function file(tx: Tx, filing: Filing): Promise<Outcome> {
  const { workspaceId, told, ours, now } = filing;
  const aside = (why: Arrival["why"]): Outcome => ({ state: "set_aside", why });
  // A number that is hidden, short or a name cannot be called back.
  if (!/^\+[1-9]\d{6,14}$/.test(told.from)) return aside("no_number");
  if (told.from === ours) return aside("own_mail");
  const since = plusSeconds(now, -86_400);
  const many = await countFrom(tx, workspaceId, told.from, since, mostOfAnAddressADay);
  if (many >= mostOfAnAddressADay) return aside("too_many");
  const known = await contactCalled(tx, workspaceId, writtenAs(told.from, ours));
  const wish = told.is === "text" ? told.wish : null;
  if (!known && wish) return aside("stopped");
  const contact = known ?? (await newCustomer(tx, filing));
  if (wish) await heedWish(tx, filing, contact, wish);
  return { state: "filed", messageId: await receive(tx, filing, contact, wish !== null) };
}

/** Nobody but who has this very number; where it is written down for two, nobody. */
export async function contactCalled(
  tx: Tx,
  workspaceId: string,
  spellings: readonly string[],
): Promise<Known | undefined> {
  const found = new Map<string, Known>();
  for (const written of spellings) {
    for (const { contactId } of await holdersOf(tx, workspaceId, ["sms", "phone"], written)) {
      const contact = await resolvedContact(tx, workspaceId, contactId);
      if (contact) found.set(contact.id, contact);
    }
    // As the network writes it, it is certain; how people dial it is only asked where nobody has that.
    if (found.size > 0) break;
  }
  return found.size === 1 ? [...found.values()][0] : undefined;
}

async function newCustomer(tx: Tx, { workspaceId, told, now }: Filing): Promise<Known> {
  const channel = told.is === "text" ? ("sms" as const) : ("phone" as const);
  const name = told.from;
  const contacts = [{ name, preferredChannel: channel, addresses: [{ channel, address: told.from }] }];
  await createCustomer(tx, workspaceId, "machine", { name, kind: "person", contacts }, now);
  const [holder] = await holdersOf(tx, workspaceId, [channel], told.from);
  const contact = holder && (await resolvedContact(tx, workspaceId, holder.contactId));
  if (!contact) throw new Error("the new customer has no contact");
  return contact;
}

/** STOP counts at once, and START again; both are the contact's own deed. */
async function heedWish(tx: Tx, { workspaceId, told, ours, now }: Filing, contact: Known, wish: "stop" | "start") {
  const family = await contactIdsOf(tx, workspaceId, contact.id);
  await saveStopped(tx, workspaceId, family, writtenAs(told.from, ours), wish === "stop" ? now : null);
  await append(tx, workspaceId, {
    chainId: contact.customerId,
    what: wish === "stop" ? "texts stopped" : "texts wanted again",
    at: now,
    by: { contactId: contact.id },
    subjectId: contact.id,
    facts: {},
    forCustomer: true,
  });
}

async function receive(tx: Tx, filing: Filing, contact: Known, isWish: boolean): Promise<string> {
  const { workspaceId, told, now, arrival } = filing;
  const { reader } = await contactAddressed(tx, workspaceId, contact.id, now);
  const { missedCall } = await wordsFor(reader.language);
  const call = missedCall(told.from);
  const message: Message = {
    ...blank,
    ...(told.is === "text" ? textIn(told) : { channel: "phone", subject: call, body: call }),
    id: newId(),
    letter: "own",
    direction: "in",
    author: "human",
    state: "arrived",
    customerId: contact.customerId,
    contactId: contact.id,
    byMemberId: null,
    fromAddress: told.from,
    messageIdHeader: told.sid,
    // The one word STOP asks for no answer: it begins no case, and rings nobody.
    isAutoReply: isWish,
    language: reader.language,
    queuedAt: arrival.arrivedAt,
    heedAt: now,
  };
  await receiveMessage(tx, workspaceId, message, now);
  if (!isWish) await noteAnswer(tx, workspaceId, contact.id, now);
  return message.id;
}

/** A picture stands as its address, which their carrier keeps. */
function textIn({ body, media }: Extract<Told, { is: "text" }>) {
  return {
    channel: "sms",
    subject: "",
    body: body || "…",
    quoted: media.map(({ url }) => url).join("\n") || null,
    attachments: media.map(({ type, url }) => ({ id: null, name: url.split("/").at(-1) ?? url, type, bytes: 0 })),
  };
}

function subjectOf(told: Spoken): string | null {
  return told.is === "text" ? told.body.slice(0, 200) || null : null;
}
