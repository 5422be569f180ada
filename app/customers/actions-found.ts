import { missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Contact } from "./contact.ts";
import type { Customer } from "./customer.ts";
import { findCustomers } from "./store.ts";
import { findContacts } from "./store-contacts.ts";
import { resolve } from "./store-merges.ts";

/** The customer that this id is read as; what is done to an alias is done to the whole. */
export async function foundCustomer(tx: Tx, workspaceId: string, id: string, lock?: "for update"): Promise<Customer> {
  const [customer] = await findCustomers(tx, workspaceId, [await resolve(tx, workspaceId, "customer", id)], lock);
  if (!customer) throw missing("customer");
  return customer;
}

/** The contact that this id is read as, locked. */
export async function contactForUpdate(tx: Tx, workspaceId: string, id: string): Promise<Contact> {
  const [contact] = await findContacts(tx, workspaceId, [await resolve(tx, workspaceId, "contact", id)], "for update");
  if (!contact) throw missing("contact");
  return contact;
}

/** The journal a contact's entries go to: that of the customer theirs is read as. */
export async function chainOf(tx: Tx, workspaceId: string, contact: Contact): Promise<{ chainId: string }> {
  return { chainId: await resolve(tx, workspaceId, "customer", contact.customerId) };
}
