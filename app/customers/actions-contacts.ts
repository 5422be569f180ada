import type { Entry } from "#app/journal/entry.ts";
import { append } from "#app/journal/store.ts";
import { type Acting, byOf } from "#app/members/member.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { invalid, Refusal } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import { zone } from "#base/zone.ts";
import type { Tx } from "#engine/db/database.ts";
import { giveAddress } from "./actions-addresses.ts";
import { chainOf, contactForUpdate, foundCustomer } from "./actions-found.ts";
import type { Address } from "./address.ts";
import { type Contact, checkQuietHours } from "./contact.ts";
import { fieldsChanged, language } from "./customer.ts";
import { insertContact, saveContact } from "./store-contacts.ts";

export type ContactChange = Partial<Omit<Contact, "id" | "customerId" | "createdAt" | "version">>;
export type NewContact = ContactChange & { name: string; addresses?: Address[] };

export async function addContact(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  customerId: string,
  wanted: NewContact,
  now: Instant,
): Promise<Contact> {
  const customer = await foundCustomer(tx, workspaceId, customerId);
  const { contact, entry } = await writeContact(tx, workspaceId, by, customer.id, wanted, now);
  await append(tx, workspaceId, entry);
  return contact;
}

export async function editContact(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  id: string,
  said: ContactChange,
  version: number | null,
  now: Instant,
): Promise<Contact> {
  const contact = await contactForUpdate(tx, workspaceId, id);
  demandVersion(version, contact.version);
  const next = checkContact({ ...contact, ...said });
  const changed = fieldsChanged(contact, next);
  if (changed.length === 0) return contact;
  const saved = { ...next, version: contact.version + 1 };
  await saveContact(tx, workspaceId, saved);
  const words = { name: changed.includes("name") ? next.name : null };
  const entry = { at: now, by: byOf(by), subjectId: contact.id, facts: wishesOf(next), words };
  await append(tx, workspaceId, { ...entry, ...(await chainOf(tx, workspaceId, contact)), what: "contact changed" });
  return saved;
}

/** Writes a contact with its addresses, and gives the entry that its caller appends last. */
export async function writeContact(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  customerId: string,
  { addresses = [], ...said }: NewContact,
  now: Instant,
  path = "",
): Promise<{ contact: Contact; entry: Entry }> {
  const nothing = { preferredChannel: null, language: null, timeZone: null, quietFrom: null, quietUntil: null };
  const blank: Contact = { ...nothing, id: newId(), customerId, name: said.name, createdAt: now, version: 1 };
  const contact = checkContact({ ...blank, ...said }, path);
  await insertContact(tx, workspaceId, contact);
  const given: Address[] = [];
  for (const [n, address] of addresses.entries()) {
    const field = `${path}addresses.${n}.address`;
    const added = await giveAddress(tx, workspaceId, contact.id, [contact.id], address, field);
    if (added) given.push(added);
  }
  const entry = {
    chainId: customerId,
    what: "contact added",
    at: now,
    by: byOf(by),
    subjectId: contact.id,
    facts: wishesOf(contact),
    words: { name: contact.name, addresses: given.map(({ channel, address }) => `${channel} ${address}`).join(", ") },
  };
  return { contact, entry };
}

/** The contact in order: a zone and language that exist, quiet hours that begin and end. */
function checkContact(contact: Contact, path = ""): Contact {
  try {
    checkQuietHours(contact);
    return {
      ...contact,
      timeZone: contact.timeZone && zone(contact.timeZone),
      language: contact.language && language(contact.language),
    };
  } catch (problem) {
    if (problem instanceof Refusal && problem.field) throw invalid(problem.code, problem.message, path + problem.field);
    throw problem;
  }
}

function wishesOf(contact: Contact) {
  return {
    preferred_channel: contact.preferredChannel,
    language: contact.language,
    time_zone: contact.timeZone,
    quiet_from: contact.quietFrom,
    quiet_until: contact.quietUntil,
  };
}
