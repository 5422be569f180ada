import type { Entry } from "#app/journal/entry.ts";
import { append } from "#app/journal/store.ts";
import { type Acting, byOf } from "#app/members/member.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { invalid, missing, Refusal } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import { zone } from "#base/zone.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Address, channelsWith, normalAddress } from "./address.ts";
import { type Contact, checkQuietHours } from "./contact.ts";
import { fieldsChanged, language } from "./customer.ts";
import { findCustomers } from "./store.ts";
import { deleteAddress, findContacts, holdersOf, insertAddress, insertContact, saveContact } from "./store-contacts.ts";
import { contactIdsOf, resolve } from "./store-merges.ts";

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
  const [customer] = await findCustomers(tx, workspaceId, [await resolve(tx, workspaceId, "customer", customerId)]);
  if (!customer) throw missing("customer");
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

/** Gives a contact an address; one they have already stays as it is. */
export async function addAddress(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  contactId: string,
  given: Address,
  now: Instant,
): Promise<void> {
  const contact = await contactForUpdate(tx, workspaceId, contactId);
  const family = await contactIdsOf(tx, workspaceId, contact.id);
  const address = await giveAddress(tx, workspaceId, contact.id, family, given, "address");
  if (address) await noteAddress(tx, workspaceId, by, contact, "address added", address, now);
}

export async function removeAddress(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  contactId: string,
  given: Address,
  now: Instant,
): Promise<void> {
  const contact = await contactForUpdate(tx, workspaceId, contactId);
  const family = await contactIdsOf(tx, workspaceId, contact.id);
  const address = normalAddress(given);
  if (!(await deleteAddress(tx, workspaceId, family, address))) throw missing("address");
  await noteAddress(tx, workspaceId, by, contact, "address removed", address, now);
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

export async function contactForUpdate(tx: Tx, workspaceId: string, id: string): Promise<Contact> {
  const [contact] = await findContacts(tx, workspaceId, [await resolve(tx, workspaceId, "contact", id)], "for update");
  if (!contact) throw missing("contact");
  return contact;
}

/** The journal a contact's entries go to: that of the customer theirs is read as. */
export async function chainOf(tx: Tx, workspaceId: string, contact: Contact): Promise<{ chainId: string }> {
  return { chainId: await resolve(tx, workspaceId, "customer", contact.customerId) };
}

/** The address as it was written, or null when one of these contacts has it. Refuses another's: `address_taken`. */
async function giveAddress(
  tx: Tx,
  workspaceId: string,
  contactId: string,
  family: readonly string[],
  given: Address,
  field: string,
): Promise<Address | null> {
  const address = normalAddress(given, field);
  const demandFree = async () => {
    const holders = await holdersOf(tx, workspaceId, channelsWith(address.channel), address.address);
    const other = holders.find((holder) => !family.includes(holder.contactId));
    if (other) throw taken(address, other, field);
  };
  await demandFree();
  if (await insertAddress(tx, workspaceId, contactId, address)) return address;
  await demandFree(); // somebody else was quicker by a moment
  return null;
}

function taken({ address }: Address, holder: { contactId: string; name: string }, field: string): Refusal {
  const sentence = `The contact ${holder.name} has ${address} already: use that contact, or take the address from them first.`;
  return new Refusal("conflict", "address_taken", sentence, { field, data: { contact_id: holder.contactId } });
}

async function noteAddress(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  contact: Contact,
  what: string,
  { channel, address }: Address,
  now: Instant,
): Promise<void> {
  const entry = { what, at: now, by: byOf(by), subjectId: contact.id, facts: { channel }, words: { address } };
  await append(tx, workspaceId, { ...entry, ...(await chainOf(tx, workspaceId, contact)) });
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
