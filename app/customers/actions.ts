import { isShared } from "#app/calendars/store.ts";
import type { Entry } from "#app/journal/entry.ts";
import { append, openChain } from "#app/journal/store.ts";
import { type Acting, byOf, mayAct } from "#app/members/member.ts";
import { findMember } from "#app/members/store.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand, missing } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import { zone } from "#base/zone.ts";
import type { Tx } from "#engine/db/database.ts";
import { type NewContact, writeContact } from "./actions-contacts.ts";
import { foundCustomer } from "./actions-found.ts";
import { type Customer, type CustomerChange, checkTags, fieldsChanged, language, ownView } from "./customer.ts";
import { findCustomers, insertCustomer, saveCustomer } from "./store.ts";
import { resolveAll } from "./store-merges.ts";

export type NewCustomer = CustomerChange & Pick<Customer, "name" | "kind"> & { contacts?: NewContact[] };

/** A customer with its journal. A person of whom no contact is named is their own contact. */
export async function createCustomer(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  { contacts, ...said }: NewCustomer,
  now: Instant,
): Promise<Customer> {
  const blank = blankCustomer(said, now);
  const customer = await checkCustomer(tx, workspaceId, { ...blank, ...said });
  await insertCustomer(tx, workspaceId, customer);
  const people = contacts ?? [];
  const wanted = people.length === 0 && customer.kind === "person" ? [{ name: customer.name }] : people;
  const entries: Entry[] = [];
  for (const [n, contact] of wanted.entries()) {
    entries.push((await writeContact(tx, workspaceId, by, customer.id, contact, now, `contacts.${n}.`)).entry);
  }
  await openChain(tx, workspaceId, customer.id);
  const { kind, timeZone, language } = customer;
  const about = aboutOf(customer, by, now);
  await append(tx, workspaceId, {
    ...about,
    what: "customer created",
    facts: { kind, time_zone: timeZone, language },
    words: { name: customer.name },
    forCustomer: true,
  });
  for (const entry of [...changeEntries(blank, customer, about), ...entries]) await append(tx, workspaceId, entry);
  return customer;
}

export async function editCustomer(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  id: string,
  said: CustomerChange,
  version: number | null,
  now: Instant,
): Promise<Customer> {
  const customer = await foundCustomer(tx, workspaceId, id, "for update");
  demandVersion(version, customer.version);
  const next = await checkCustomer(tx, workspaceId, { ...customer, ...said });
  const entries = changeEntries(customer, next, aboutOf(customer, by, now));
  if (entries.length === 0) return customer;
  const saved = { ...next, version: customer.version + 1 };
  await saveCustomer(tx, workspaceId, saved);
  for (const entry of entries) await append(tx, workspaceId, entry);
  return saved;
}

/** Tags put on customers and taken off; those that have been merged count as what they are read as. How many changed. */
export async function tagCustomers(
  tx: Tx,
  workspaceId: string,
  by: Acting,
  ids: readonly string[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
  now: Instant,
): Promise<number> {
  const isNow = await resolveAll(tx, workspaceId, "customer", ids);
  const wanted = [...new Set(isNow.values())];
  const found = await findCustomers(tx, workspaceId, wanted, "for update");
  if (found.length < wanted.length) throw missing("customer");
  let changed = 0;
  for (const customer of found) {
    const tags = [...new Set([...customer.tags.filter((tag) => !remove.includes(tag)), ...add])];
    demand(checkTags(tags));
    const entries = changeEntries(customer, { ...customer, tags }, aboutOf(customer, by, now));
    if (entries.length === 0) continue;
    await saveCustomer(tx, workspaceId, { ...customer, tags, version: customer.version + 1 });
    for (const entry of entries) await append(tx, workspaceId, entry);
    changed++;
  }
  return changed;
}

function aboutOf({ id }: Customer, by: Acting, now: Instant) {
  return { chainId: id, at: now, by: byOf(by), subjectId: id };
}

function blankCustomer({ name, kind, timeZone, language }: NewCustomer, now: Instant): Customer {
  return {
    id: newId(),
    kind,
    name,
    isStandIn: false,
    timeZone: timeZone ?? null,
    language: language ?? null,
    calendarId: null,
    accountOwnerId: null,
    tier: null,
    tags: [],
    whyUs: null,
    createdAt: now,
    version: 1,
  };
}

/** The customer in order: a zone and language that exist, a calendar of this workspace, an owner who works here. */
async function checkCustomer(tx: Tx, workspaceId: string, customer: Customer): Promise<Customer> {
  const { calendarId, accountOwnerId } = customer;
  if (calendarId && !(await isShared(tx, workspaceId, calendarId))) throw missing("calendar");
  if (accountOwnerId) {
    const owner = await findMember(tx, workspaceId, accountOwnerId);
    if (!owner) throw missing("member");
    demand(mayAct(owner));
  }
  return {
    ...customer,
    timeZone: customer.timeZone && zone(customer.timeZone),
    language: customer.language && language(customer.language),
    tags: [...new Set(customer.tags)],
  };
}

/** At most two entries: what the customer may read of a change, and our own view of them, which stays among us. */
function changeEntries(
  before: Customer,
  after: Customer,
  about: Pick<Entry, "chainId" | "at" | "by" | "subjectId">,
): Entry[] {
  const changed = fieldsChanged(before, after);
  const isOurs = (field: keyof Customer) => ownView.some((ours) => ours === field);
  const has = (field: keyof Customer) => changed.includes(field);
  const theirs: Entry = {
    ...about,
    what: "customer changed",
    facts: {
      changed: changed.filter((field) => !isOurs(field)).map(columnOf),
      kind: has("kind") ? after.kind : undefined,
      time_zone: has("timeZone") ? after.timeZone : undefined,
      language: has("language") ? after.language : undefined,
    },
    words: { name: has("name") ? after.name : null },
    forCustomer: true,
  };
  const ours: Entry = {
    ...about,
    what: "customer seen differently",
    facts: {
      changed: changed.filter(isOurs).map(columnOf),
      is_stand_in: has("isStandIn") ? after.isStandIn : undefined,
      account_owner_id: has("accountOwnerId") ? after.accountOwnerId : undefined,
      calendar_id: has("calendarId") ? after.calendarId : undefined,
      tier: has("tier") ? after.tier : undefined,
    },
    words: { tags: has("tags") ? after.tags.join(", ") : null, why_us: has("whyUs") ? after.whyUs : null },
  };
  return [...(changed.some((field) => !isOurs(field)) ? [theirs] : []), ...(changed.some(isOurs) ? [ours] : [])];
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
