import { findCalendar } from "#app/calendars/store.ts";
import { findCustomers } from "#app/customers/store.ts";
import { addressesOf, contactsAt } from "#app/customers/store-contacts.ts";
import { customerIdsOf } from "#app/customers/store-merges.ts";
import type { Head } from "#app/journal/proof.ts";
import { headOf } from "#app/journal/store.ts";
import { caughtUp } from "#app/promises/lateness.ts";
import { type Around, forCustomer, type Reader } from "#app/promises/page.ts";
import type { Promise_ } from "#app/promises/promise.ts";
import { movesOf, tellingsOf } from "#app/promises/store-tellings.ts";
import { verdictsOf } from "#app/promises/store-verdicts.ts";
import { namesOf } from "#app/promises/store-visit.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import { policyFor } from "#app/workspaces/store-policies.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { writeChains } from "./actions-journal.ts";
import { contactLine, customerLine, entryLine, promiseLine } from "./customer-lines.ts";
import { format, type Line, type Write } from "./export.ts";
import { messagesAfter, promisesAfter, sharedProfile } from "./store-customer.ts";

type Put = (line: Line) => Promise<void>;

/** All that a customer may have of what we hold about them, seen with the eyes of all their contacts together. */
export async function exportCustomer(
  tx: Tx,
  workspaceId: string,
  id: string,
  write: Write,
  now: Instant,
): Promise<void> {
  const customerIds = await customerIdsOf(tx, workspaceId, id);
  const contacts = await contactsAt(tx, workspaceId, customerIds);
  const reader = { customerIds, contactIds: contacts.map((contact) => contact.id) };
  await exportForReader(tx, workspaceId, reader, write, now);
}

/**
 * The same for one reader, such as a contact on their own page: what was promised or written to another contact stands
 * in the journal as a digest only, by which the chain still proves.
 */
export async function exportForReader(
  tx: Tx,
  workspaceId: string,
  reader: Reader,
  write: Write,
  now: Instant,
): Promise<void> {
  const put: Put = (line) => write(JSON.stringify(line));
  const workspace = await findWorkspace(tx, workspaceId);
  const customers = await findCustomers(tx, workspaceId, [...reader.customerIds]);
  if (!workspace || customers.length === 0) throw missing("customer");
  await put({ type: "export", of: "customer", format, at: now, house: workspace.name });
  for (const customer of customers) await put(customerLine(customer));
  const contacts = await contactsAt(tx, workspaceId, reader.customerIds);
  const theirs = contacts.filter(({ id }) => reader.contactIds.includes(id));
  const addresses = await addressesOf(tx, workspaceId, reader.contactIds);
  for (const contact of theirs) await put(contactLine(contact, addresses));
  for (const entry of await sharedProfile(tx, workspaceId, reader)) await put({ type: "profile_entry", ...entry });
  await putMessages(tx, workspaceId, reader, put);
  const unseen = await putPromises(tx, workspaceId, reader, put, now);
  for (const { id } of contacts) if (!reader.contactIds.includes(id)) unseen.add(id);
  const heads: Head[] = [];
  for (const id of reader.customerIds) heads.push(...(await headsOf(tx, workspaceId, id)));
  await writeChains(tx, workspaceId, heads, (kept, texts) => entryLine(kept, texts, unseen), write);
}

async function headsOf(tx: Tx, workspaceId: string, id: string): Promise<Head[]> {
  const head = await headOf(tx, workspaceId, id);
  return head ? [head] : [];
}

async function putMessages(tx: Tx, workspaceId: string, reader: Reader, put: Put): Promise<void> {
  for (let last: string | null = null; ; ) {
    const messages: { id: string }[] = await messagesAfter(tx, workspaceId, reader, last, 200);
    for (const message of messages) await put({ type: "message", ...message });
    last = messages.at(-1)?.id ?? null;
    if (last === null) return;
  }
}

/** Writes the promises that the reader may see; answers the ids of those they may not. */
async function putPromises(tx: Tx, workspaceId: string, reader: Reader, put: Put, now: Instant): Promise<Set<string>> {
  const unseen = new Set<string>();
  const around = await aroundOf(tx, workspaceId, now);
  for (let last: string | null = null; ; ) {
    const found: Promise_[] = await promisesAfter(tx, workspaceId, reader, last, 200);
    const lines = await linesOf(tx, workspaceId, found, reader, around);
    for (const [n, line] of lines.entries()) {
      if (line) await put(line);
      else unseen.add(found[n]?.id ?? "");
    }
    last = found.at(-1)?.id ?? null;
    if (last === null) return unseen;
  }
}

/** Each as its line, null where it is not theirs to see. */
async function linesOf(tx: Tx, workspaceId: string, found: Promise_[], reader: Reader, around: Omit<Around, "names">) {
  const ids = found.map(({ id }) => id);
  const moves = Map.groupBy(await movesOf(tx, workspaceId, ids), ({ promiseId }) => promiseId);
  const tellings = Map.groupBy(await tellingsOf(tx, workspaceId, ids), ({ promiseId }) => promiseId);
  const verdicts = Map.groupBy(await verdictsOf(tx, workspaceId, ids), ({ promiseId }) => promiseId);
  const tellers = [...tellings.values()].flat().flatMap(({ byMemberId }) => byMemberId ?? []);
  const people = found.flatMap(({ ownerId, contactId }) => (contactId ? [ownerId, contactId] : [ownerId]));
  const names = await namesOf(tx, workspaceId, [...new Set([...people, ...tellers])]);
  return found.map((promise) => {
    const { id } = promise;
    const beside = { moves: moves.get(id) ?? [], tellings: tellings.get(id) ?? [], verdicts: verdicts.get(id) ?? [] };
    const p = caughtUp(promise, around.now);
    const seen = forCustomer(p, beside, reader, { ...around, names });
    return seen && promiseLine(p, seen);
  });
}

async function aroundOf(tx: Tx, workspaceId: string, now: Instant): Promise<Omit<Around, "names">> {
  const workspace = await findWorkspace(tx, workspaceId);
  const house = workspace && (await findCalendar(tx, workspaceId, workspace.calendarId));
  if (!house) throw missing("workspace");
  return { policy: await policyFor(tx, workspaceId), houseHours: house.calendar, now };
}
