import { append } from "#app/journal/store.ts";
import { type Acting, byOf } from "#app/members/member.ts";
import type { Instant } from "#base/instant.ts";
import { missing, Refusal } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { chainOf, contactForUpdate } from "./actions-found.ts";
import { type Address, channelsWith, normalAddress } from "./address.ts";
import type { Contact } from "./contact.ts";
import { deleteAddress, holdersOf, insertAddress } from "./store-contacts.ts";
import { contactIdsOf } from "./store-merges.ts";

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

/** The address as it was written, or null when one of these contacts has it. Refuses another's: `address_taken`. */
export async function giveAddress(
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
