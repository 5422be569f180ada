import type { QueryOf } from "#base/contract.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { pageById } from "#base/page.ts";
import { missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { serve } from "#engine/http/call.ts";
import { createCustomer, editCustomer, tagCustomers } from "./actions.ts";
import { addAddress, removeAddress } from "./actions-addresses.ts";
import { addContact, editContact } from "./actions-contacts.ts";
import { mergeContacts, mergeCustomers, unmergeContacts, unmergeCustomers } from "./actions-merges.ts";
import { journalApi } from "./api-journal.ts";
import { linksApi } from "./api-links.ts";
import { profileApi } from "./api-profile.ts";
import { viewsApi } from "./api-views.ts";
import type { Standing, WholeCustomer } from "./customer.ts";
import { type CustomerFilter, listCustomers, searchCustomers } from "./store.ts";
import { resolveAll } from "./store-merges.ts";
import { standingsOf } from "./store-standings.ts";
import { completed, resolvedContact, resolvedCustomer } from "./store-whole.ts";
import { customerForStaff, customerFrom, customersContract, listedForStaff } from "./wire.ts";
import { contactForStaff, contactFrom, contactsContract, newContactFrom } from "./wire-contacts.ts";
import { mergeForStaff, mergesContract } from "./wire-merges.ts";

const customers = serve(customersContract, {
  createCustomer: async ({ tx, member, body, now }) => {
    const { contacts = [], ...said } = body;
    const wanted = { ...customerFrom(said), name: said.name, kind: said.kind, contacts: contacts.map(newContactFrom) };
    const { id } = await createCustomer(tx, member.workspaceId, member, wanted, now);
    return customerAnswer(tx, member.workspaceId, id);
  },
  listCustomers: async ({ tx, member: { workspaceId }, query, now }) => {
    const { find, order, limit, after } = query;
    const filter = filterOf(query, now);
    const rows = await (find === undefined
      ? listCustomers(tx, workspaceId, { ...filter, order, limit, after }, now)
      : found(tx, workspaceId, find, { ...filter, limit }, now));
    const whole = await completed(tx, workspaceId, rows);
    const standings = await standingsOf(tx, workspaceId, whole.map(familyOf), now);
    const shown = (one: WholeCustomer) => listedForStaff(one, standings.get(one.id) ?? nothingYet);
    return find === undefined ? pageById(whole, limit, shown) : { items: whole.map(shown), next: null };
  },
  getCustomer: ({ tx, member, params }) => customerAnswer(tx, member.workspaceId, params.id),
  editCustomer: async ({ tx, member, params, body, version, now }) => {
    await editCustomer(tx, member.workspaceId, member, params.id, customerFrom(body), version, now);
    return customerAnswer(tx, member.workspaceId, params.id);
  },
  tagCustomers: async ({ tx, member, body, now }) => {
    const { customer_ids: ids, add = [], remove = [] } = body;
    return { changed: await tagCustomers(tx, member.workspaceId, member, ids, { add, remove }, now) };
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

export const customersApi = [
  ...customers,
  ...contacts,
  ...merges,
  ...profileApi,
  ...linksApi,
  ...journalApi,
  ...viewsApi,
];

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

const nothingYet: Standing = { open: 0, late: 0, nextDueAt: null, lastWordAt: null };

function familyOf({ id, merges }: WholeCustomer) {
  return { id, customerIds: [id, ...merges.map(({ aliasId }) => aliasId)] };
}

function filterOf(query: QueryOf<(typeof customersContract)["listCustomers"]>, now: Instant): CustomerFilter {
  const { tag, tier, kind, account_owner_id: accountOwnerId, open: hasOpen, late: isLate, quiet_days: days } = query;
  const quietSince = days === undefined ? undefined : plusSeconds(now, -86_400 * days);
  return { tag, tier, kind, accountOwnerId, hasOpen, isLate, quietSince };
}

/** What looks like it, best first, each read as what it was merged into. */
async function found(
  tx: Tx,
  workspaceId: string,
  wanted: string,
  filter: CustomerFilter & { limit: number },
  now: Instant,
) {
  const hits = await searchCustomers(tx, wanted, 200);
  const isNow = await resolveAll(tx, workspaceId, "customer", hits);
  const ids = [...new Set(hits.map((id) => isNow.get(id) ?? id))];
  const fitting = await listCustomers(tx, workspaceId, { ...filter, ids, limit: ids.length }, now);
  const rows = new Map(fitting.map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []).slice(0, filter.limit);
}
