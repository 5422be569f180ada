import { pageById } from "#base/page.ts";
import { missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { serve } from "#engine/http/call.ts";
import { createCustomer, editCustomer } from "./actions.ts";
import { addAddress, removeAddress } from "./actions-addresses.ts";
import { addContact, editContact } from "./actions-contacts.ts";
import { mergeContacts, mergeCustomers, unmergeContacts, unmergeCustomers } from "./actions-merges.ts";
import { journalApi } from "./api-journal.ts";
import { linksApi } from "./api-links.ts";
import { profileApi } from "./api-profile.ts";
import { type CustomerFilter, findCustomers, listCustomers, searchCustomers } from "./store.ts";
import { resolveAll } from "./store-merges.ts";
import { completed, resolvedContact, resolvedCustomer } from "./store-whole.ts";
import { customerForStaff, customerFrom, customersContract } from "./wire.ts";
import { contactForStaff, contactFrom, contactsContract, newContactFrom } from "./wire-contacts.ts";
import { mergeForStaff, mergesContract } from "./wire-merges.ts";

const customers = serve(customersContract, {
  createCustomer: async ({ tx, member, body, now }) => {
    const { contacts = [], ...said } = body;
    const wanted = { ...customerFrom(said), name: said.name, kind: said.kind, contacts: contacts.map(newContactFrom) };
    const { id } = await createCustomer(tx, member.workspaceId, member, wanted, now);
    return customerAnswer(tx, member.workspaceId, id);
  },
  listCustomers: async ({ tx, member, query }) => {
    const { find, limit, after, ...filter } = query;
    if (find !== undefined) return { items: await found(tx, member.workspaceId, find, limit, filter), next: null };
    const rows = await listCustomers(tx, member.workspaceId, { ...filter, limit, after });
    return pageById(await completed(tx, member.workspaceId, rows), limit, (one) => customerForStaff(one));
  },
  getCustomer: ({ tx, member, params }) => customerAnswer(tx, member.workspaceId, params.id),
  editCustomer: async ({ tx, member, params, body, version, now }) => {
    await editCustomer(tx, member.workspaceId, member, params.id, customerFrom(body), version, now);
    return customerAnswer(tx, member.workspaceId, params.id);
  },
});

const contacts = serve(contactsContract, {
  addContact: async ({ tx, member, params, body, now }) => {
    const { id } = await addContact(tx, member.workspaceId, member, params.id, newContactFrom(body), now);
    return contactAnswer(tx, member.workspaceId, id);
  },
  getContact: ({ tx, member, params }) => contactAnswer(tx, member.workspaceId, params.id),
  editContact: async ({ tx, member, params, body, version, now }) => {
    await editContact(tx, member.workspaceId, member, params.id, contactFrom(body), version, now);
    return contactAnswer(tx, member.workspaceId, params.id);
  },
  addAddress: async ({ tx, member, params, body, now }) => {
    await addAddress(tx, member.workspaceId, member, params.id, body, now);
    return contactAnswer(tx, member.workspaceId, params.id);
  },
  removeAddress: async ({ tx, member, params, query, now }) => {
    await removeAddress(tx, member.workspaceId, member, params.id, query, now);
    return contactAnswer(tx, member.workspaceId, params.id);
  },
});

const merges = serve(mergesContract, {
  mergeCustomers: async ({ tx, member, params, body, now }) => {
    const pair = { intoId: params.id, aliasId: body.alias_id };
    return mergeForStaff(await mergeCustomers(tx, member.workspaceId, member, pair, now));
  },
  unmergeCustomers: async ({ tx, member, params, now }) => {
    const which = { id: params.id, mergeId: params.merge_id };
    return mergeForStaff(await unmergeCustomers(tx, member.workspaceId, member, which, now));
  },
  mergeContacts: async ({ tx, member, params, body, now }) => {
    const pair = { intoId: params.id, aliasId: body.alias_id };
    return mergeForStaff(await mergeContacts(tx, member.workspaceId, member, pair, now));
  },
  unmergeContacts: async ({ tx, member, params, now }) => {
    const which = { id: params.id, mergeId: params.merge_id };
    return mergeForStaff(await unmergeContacts(tx, member.workspaceId, member, which, now));
  },
});

export const customersApi = [...customers, ...contacts, ...merges, ...profileApi, ...linksApi, ...journalApi];

async function customerAnswer(tx: Tx, workspaceId: string, id: string) {
  const customer = await resolvedCustomer(tx, workspaceId, id);
  if (!customer) throw missing("customer");
  return customerForStaff(customer, id);
}

async function contactAnswer(tx: Tx, workspaceId: string, id: string) {
  const contact = await resolvedContact(tx, workspaceId, id);
  if (!contact) throw missing("contact");
  return contactForStaff(contact);
}

/** What looks like it, best first, each read as what it was merged into. */
async function found(tx: Tx, workspaceId: string, wanted: string, limit: number, { kind, tier, tag }: CustomerFilter) {
  const hits = await searchCustomers(tx, wanted, 200);
  const isNow = await resolveAll(tx, workspaceId, "customer", hits);
  const ids = [...new Set(hits.map((id) => isNow.get(id) ?? id))];
  const rows = new Map((await findCustomers(tx, workspaceId, ids)).map((row) => [row.id, row]));
  const fitting = ids
    .flatMap((id) => rows.get(id) ?? [])
    .filter((one) => (!kind || one.kind === kind) && (!tier || one.tier === tier) && (!tag || one.tags.includes(tag)));
  return (await completed(tx, workspaceId, fitting.slice(0, limit))).map((one) => customerForStaff(one));
}
