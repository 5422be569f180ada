import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import { conflict, missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromJson, toRow } from "#engine/db/rows.ts";
import type { Promise_ } from "./promise.ts";

export async function insertPromise(tx: Tx, p: Promise_): Promise<void> {
  const { columns, row } = inOneValue(toRow(p));
  await sql`insert into promises (${columns}) ${row}`.execute(tx);
}

/** The promise, locked until the transaction ends; refuses when there is none in this workspace. */
export async function findForUpdate(tx: Tx, workspaceId: string, id: string): Promise<Promise_> {
  const found = await oneBy(tx, sql`${itself(workspaceId, id)} for update`);
  if (!found) throw missing("promise");
  return found;
}

/** As findForUpdate, for the clock: null when another process holds it or it has changed since it was found due. */
export async function claimPromise(tx: Tx, workspaceId: string, id: string, version: number): Promise<Promise_ | null> {
  return oneBy(tx, sql`${itself(workspaceId, id)} and version = ${version} for update skip locked`);
}

export async function findPromise(tx: Tx, workspaceId: string, id: string): Promise<Promise_> {
  const found = await oneBy(tx, itself(workspaceId, id));
  if (!found) throw missing("promise");
  return found;
}

export async function isPromise(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom("promises")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Saves what may change of a promise. To whom it was made, when, and its first due are not among it. */
export async function savePromise(tx: Tx, p: Promise_): Promise<Promise_> {
  const { workspaceId, id, version, ...fields } = p;
  const changing = Object.entries({ ...toRow(fields), version: version + 1 }).filter(([column]) => !fixed.has(column));
  const { columns, row } = inOneValue(Object.fromEntries(changing));
  const { numAffectedRows } = await sql`update promises set (${columns}) = (${row})
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid and version = ${version}`.execute(tx);
  if (numAffectedRows !== 1n) throw conflict("edited_meanwhile", "Somebody else changed this meanwhile. Look again.");
  return { ...p, version: version + 1 };
}

/** A row as one value, since to hand over dozens one by one takes longer than to keep them. */
function inOneValue(given: Record<string, unknown>) {
  const columns = sql.raw(Object.keys(given).join());
  const row = sql`select ${columns} from json_populate_record(null::promises, ${JSON.stringify(given, wellFormed)}::json)`;
  return { columns, row };
}

/** Half of a pair, as a picture leaves that was cut in two, is no letter to PostgreSQL: it stands as a question mark. */
function wellFormed(_field: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed() : value;
}

const fixed = new Set(
  "audience customer_id contact_id to_member_id is_visible made_at made_via recorded_at recorded_by_id first_due_at advised_due_at quote_rule stated_share advised_share series_id group_id split_from_id".split(
    " ",
  ),
);

/**
 * How much this member has promised already, counted up to a thousand: all that is open, and how much of it is due before
 * then. In the order of the index, which is read no further: what is done may be a thousand times as much.
 */
export async function loadOf(tx: Tx, workspaceId: string, ownerId: string, before: Instant) {
  const { rows } = await sql<{ open: number; dueBefore: number }>`
    select count(*) as open, count(*) filter (where due_at < ${before}::timestamptz) as "dueBefore" from (
      select due_at from promises where workspace_id = ${workspaceId}::uuid and owner_id = ${ownerId}::uuid
        and state = 'open' order by due_at, id limit 1000
    ) urgent`.execute(tx);
  return rows[0] ?? { open: 0, dueBefore: 0 };
}

export type PromiseFilter = {
  limit: number;
  after?: { at: Instant; id: string };
  customerIds?: string[];
  contactId?: string;
  ownerId?: string;
  groupId?: string;
  caseId?: string;
  state?: string;
};

/** Open ones by due, most urgent first. */
export async function listUrgent(tx: Tx, workspaceId: string, filter: PromiseFilter): Promise<Promise_[]> {
  const { after } = filter;
  const rows = await filtered(tx, workspaceId, { ...filter, state: "open" })
    .$if(after !== undefined, (query) =>
      query.where((is) => is(is.refTuple("due_at", "id"), ">", is.tuple(after?.at as Instant, after?.id as string))),
    )
    .orderBy("due_at")
    .orderBy("id")
    .execute();
  return rows.map(promiseIn);
}

/** All of them, the newest recorded first. */
export async function listNewest(tx: Tx, workspaceId: string, filter: PromiseFilter): Promise<Promise_[]> {
  const { after } = filter;
  const rows = await filtered(tx, workspaceId, filter)
    .$if(after !== undefined, (query) =>
      query.where((is) =>
        is(is.refTuple("recorded_at", "id"), "<", is.tuple(after?.at as Instant, after?.id as string)),
      ),
    )
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(promiseIn);
}

function filtered(tx: Tx, workspaceId: string, filter: PromiseFilter) {
  const { customerIds, contactId, ownerId, groupId, caseId, state, limit } = filter;
  let query = whole(tx).where("workspace_id", "=", workspaceId).limit(limit);
  if (customerIds) query = query.where((is) => is("customer_id", "=", is.fn.any(is.val(customerIds))));
  if (contactId) query = query.where("contact_id", "=", contactId);
  if (ownerId) query = query.where("owner_id", "=", ownerId);
  if (groupId) query = query.where("group_id", "=", groupId);
  if (caseId) query = query.where("case_id", "=", caseId);
  // In the text, so that one plan for all knows that an index of the open ones will do.
  if (state) query = query.where("state", "=", sql.lit(state));
  return query;
}

function itself(workspaceId: string, id: string) {
  return sql`where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid`;
}

async function oneBy(tx: Tx, which: RawBuilder<unknown>): Promise<Promise_ | null> {
  const { rows } = await sql<{ promise: object }>`select ${asJson} as promise from promises ${which}`.execute(tx);
  return rows[0] ? promiseIn(rows[0]) : null;
}

/** As JSON: to convert 65 columns of a row one by one would take longer than to find it. */
const asJson = sql<object>`to_json(promises)`;

function whole(tx: Tx) {
  return tx.selectFrom("promises").select(asJson.as("promise"));
}

function promiseIn({ promise }: { promise: object }): Promise_ {
  return fromJson<Promise_>(promise);
}
