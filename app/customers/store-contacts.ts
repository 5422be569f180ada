import type { Tx } from "#engine/db/database.ts";
import type { Address, AddressChannel, Channel } from "./address.ts";
import type { Contact } from "./contact.ts";

const columns = [
  "id",
  "customer_id as customerId",
  "name",
  "preferred_channel as preferredChannel",
  "language",
  "time_zone as timeZone",
  "quiet_from as quietFrom",
  "quiet_until as quietUntil",
  "created_at as createdAt",
  "version",
] as const;

export async function insertContact(tx: Tx, workspaceId: string, contact: Contact): Promise<void> {
  await tx
    .insertInto("contacts")
    .values({
      workspace_id: workspaceId,
      id: contact.id,
      customer_id: contact.customerId,
      created_at: contact.createdAt,
      ...columnsOf(contact),
    })
    .execute();
}

/** Saves what was found for update. */
export async function saveContact(tx: Tx, workspaceId: string, contact: Contact): Promise<void> {
  await tx
    .updateTable("contacts")
    .set(columnsOf(contact))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", contact.id)
    .execute();
}

/** These contacts in the order of their ids, in which they are also locked. */
export async function findContacts(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
  lock?: "for update",
): Promise<Contact[]> {
  const rows = await tx
    .selectFrom("contacts")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("id", "=", q.fn.any(q.val(ids))))
    .orderBy("id")
    .$if(lock !== undefined, (query) => query.forNoKeyUpdate())
    .execute();
  return rows.map(contactOf);
}

/** The contacts of these customers, as they stand in the table, oldest first. */
export async function contactsAt(tx: Tx, workspaceId: string, customerIds: readonly string[]): Promise<Contact[]> {
  const rows = await tx
    .selectFrom("contacts")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("customer_id", "=", q.fn.any(q.val(customerIds))))
    .orderBy("id")
    .execute();
  return rows.map(contactOf);
}

export type KeptAddress = { contactId: string; channel: AddressChannel; address: string };

export async function addressesOf(tx: Tx, workspaceId: string, contactIds: readonly string[]): Promise<KeptAddress[]> {
  const rows = await tx
    .selectFrom("contact_addresses")
    .select(["contact_id as contactId", "channel", "address"])
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("contact_id", "=", q.fn.any(q.val(contactIds))))
    .orderBy("channel")
    .orderBy("address")
    .execute();
  return rows.map((row) => ({ ...row, channel: row.channel as AddressChannel }));
}

/** Who in this workspace has an address on one of these channels. */
export async function holdersOf(
  tx: Tx,
  workspaceId: string,
  channels: readonly AddressChannel[],
  address: string,
): Promise<{ contactId: string; name: string; channel: string }[]> {
  return tx
    .selectFrom("contact_addresses as a")
    .innerJoin("contacts as c", (on) =>
      on.onRef("c.workspace_id", "=", "a.workspace_id").onRef("c.id", "=", "a.contact_id"),
    )
    .select(["c.id as contactId", "c.name", "a.channel"])
    .where("a.workspace_id", "=", workspaceId)
    .where("a.channel", "in", channels)
    .where("a.address", "=", address)
    .execute();
}

/** False when the address stands already, with whomever; waits for a transaction that is just adding it. */
export async function insertAddress(tx: Tx, workspaceId: string, contactId: string, given: Address): Promise<boolean> {
  const added = await tx
    .insertInto("contact_addresses")
    .values({ workspace_id: workspaceId, contact_id: contactId, ...given })
    .onConflict((on) => on.doNothing())
    .returning("address")
    .executeTakeFirst();
  return added !== undefined;
}

/** False when none of these contacts has it. */
export async function deleteAddress(
  tx: Tx,
  workspaceId: string,
  contactIds: readonly string[],
  { channel, address }: Address,
): Promise<boolean> {
  const gone = await tx
    .deleteFrom("contact_addresses")
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("contact_id", "=", q.fn.any(q.val(contactIds))))
    .where("channel", "=", channel)
    .where("address", "=", address)
    .returning("address")
    .executeTakeFirst();
  return gone !== undefined;
}

function columnsOf(contact: Contact) {
  return {
    name: contact.name,
    preferred_channel: contact.preferredChannel,
    language: contact.language,
    time_zone: contact.timeZone,
    quiet_from: contact.quietFrom,
    quiet_until: contact.quietUntil,
    version: contact.version,
  };
}

function contactOf(row: Omit<Contact, "preferredChannel"> & { preferredChannel: string | null }): Contact {
  return {
    ...row,
    preferredChannel: row.preferredChannel as Channel | null,
    quietFrom: row.quietFrom?.slice(0, 5) ?? null,
    quietUntil: row.quietUntil?.slice(0, 5) ?? null,
  };
}
