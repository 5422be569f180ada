import type { Tx } from "#engine/db/database.ts";
import { foldContacts, type WholeContact } from "./contact.ts";
import type { Customer, WholeCustomer } from "./customer.ts";
import { findCustomers } from "./store.ts";
import { addressesOf, contactsAt, findContacts } from "./store-contacts.ts";
import { contactMergesInto, mergesBelow, resolve } from "./store-merges.ts";

/** The customer that this id is read as, with its contacts and all that was merged into it. */
export async function resolvedCustomer(tx: Tx, workspaceId: string, id: string): Promise<WholeCustomer | undefined> {
  const [customer] = await findCustomers(tx, workspaceId, [await resolve(tx, workspaceId, "customer", id)]);
  return customer && (await completed(tx, workspaceId, [customer]))[0];
}

/** The contact that this id is read as, at the customer as it is read now. */
export async function resolvedContact(tx: Tx, workspaceId: string, id: string): Promise<WholeContact | undefined> {
  const [contact] = await findContacts(tx, workspaceId, [await resolve(tx, workspaceId, "contact", id)]);
  const customer = contact && (await resolvedCustomer(tx, workspaceId, contact.customerId));
  return customer?.contacts.find((one) => one.id === contact?.id);
}

/** Customers with their contacts, in a number of statements that does not grow with them. */
export async function completed(tx: Tx, workspaceId: string, customers: readonly Customer[]): Promise<WholeCustomer[]> {
  const roots = customers.map(({ id }) => id);
  const merges = await mergesBelow(tx, workspaceId, "customer", roots);
  const rootOf = new Map([
    ...roots.map((id) => [id, id] as const),
    ...merges.map((m) => [m.aliasId, m.rootId] as const),
  ]);
  const contacts = await contactsAt(tx, workspaceId, [...rootOf.keys()]);
  const contactIds = contacts.map(({ id }) => id);
  const addresses = await addressesOf(tx, workspaceId, contactIds);
  const contactMerges = await contactMergesInto(tx, workspaceId, contactIds);
  const byRoot = Map.groupBy(contacts, ({ customerId }) => rootOf.get(customerId) ?? customerId);
  return customers.map((customer) => ({
    ...customer,
    merges: merges.filter(({ rootId }) => rootId === customer.id).map(({ rootId: _, ...merge }) => merge),
    contacts: foldContacts(byRoot.get(customer.id) ?? [], addresses, contactMerges).map((contact) => ({
      ...contact,
      customerId: customer.id,
    })),
  }));
}
