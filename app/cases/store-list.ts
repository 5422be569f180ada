import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Case, CaseState } from "./case.ts";
import { caseIn, whole } from "./store.ts";

export type CaseFilter = {
  limit: number;
  ids?: readonly string[];
  after?: { at: Instant; id: string };
  customerIds?: readonly string[];
  contactIds?: readonly string[];
  /** Who owns it, does it now, or was asked to own it. */
  concernsId?: string;
  ownerId?: string;
  handlerId?: string;
  teamId?: string;
  causeId?: string;
  isUnowned?: boolean;
  isLaidAside?: boolean;
  state?: CaseState;
};

/** The newest raised first. */
export async function listCases(tx: Tx, workspaceId: string, filter: CaseFilter): Promise<Case[]> {
  const { after } = filter;
  let query = filtered(tx, workspaceId, filter);
  if (after) query = query.where((is) => is(is.refTuple("raised_at", "id"), "<", is.tuple(after.at, after.id)));
  const rows = await query.orderBy("raised_at", "desc").orderBy("id", "desc").execute();
  return rows.map(caseIn);
}

/** Those that are not closed, the most urgent first: see `urgentAt`. */
export async function listUrgentCases(tx: Tx, workspaceId: string, filter: CaseFilter): Promise<Case[]> {
  const { after } = filter;
  let query = filtered(tx, workspaceId, filter).where(isLive);
  if (after) query = query.where(sql<boolean>`(${urgent}, id) > (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await query.orderBy(urgent).orderBy("id").execute();
  return rows.map(caseIn);
}

/** In the text, so that one plan for all knows that an index of the open ones will do. */
const isLive = sql<boolean>`state in ('open', 'told')`;
/** As the indexes have it, word for word. */
const urgent = sql<Instant>`(case when owner_id is null and state = 'open' then recorded_at
  else coalesce(status_due_at, ask_at, '9999-12-31T00:00:00Z'::timestamptz) end)`;

function filtered(tx: Tx, workspaceId: string, filter: CaseFilter) {
  const { ids, customerIds, contactIds, concernsId, ownerId, handlerId, teamId, causeId, limit } = filter;
  const { isUnowned, isLaidAside, state } = filter;
  let query = whole(tx).where("workspace_id", "=", workspaceId).limit(limit);
  if (ids) query = query.where((is) => is("id", "=", is.fn.any(is.val(ids))));
  if (customerIds) query = query.where((is) => is("customer_id", "=", is.fn.any(is.val(customerIds))));
  if (contactIds) query = query.where((is) => is("contact_id", "=", is.fn.any(is.val(contactIds))));
  if (concernsId) query = query.where((is) => is.or(concerned.map((column) => is(column, "=", concernsId))));
  if (ownerId) query = query.where("owner_id", "=", ownerId);
  if (handlerId) query = query.where("handler_id", "=", handlerId);
  if (teamId) query = query.where("team_id", "=", teamId);
  if (causeId) query = query.where("cause_id", "=", causeId);
  if (isUnowned) query = query.where("owner_id", "is", null).where("state", "=", sql.lit("open"));
  if (isLaidAside !== undefined) query = query.where("snoozed_until_at", isLaidAside ? "is not" : "is", null);
  if (state) query = query.where("state", "=", sql.lit(state));
  return query;
}

const concerned = ["owner_id", "handler_id", "next_owner_id"] as const;

/**
 * The ids of cases in which these words stand, best first: in the subject, a typo allowed, in what the customer said, or in
 * the customer's name. The function looks in the workspace of the transaction and in no other.
 */
export async function searchCases(tx: Tx, wanted: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from find_cases(${wanted}, ${most}::integer)`.execute(tx);
  return rows.map((row) => row.case_id);
}

export type CaseCounts = { mine: number; unowned: number; open: number; laidAside: number };

/** How many are not closed, each up to `most`; what is laid aside is counted apart. */
export async function countCases(tx: Tx, workspaceId: string, memberId: string, most: number): Promise<CaseCounts> {
  const upTo = sql.lit(most);
  const { rows } = await sql<CaseCounts>`
    select
      (select count(*) from (select from cases where workspace_id = ${workspaceId}::uuid and ${isLive}
        and snoozed_until_at is null and (owner_id = ${memberId}::uuid or handler_id = ${memberId}::uuid
          or next_owner_id = ${memberId}::uuid) order by ${urgent}, id limit ${upTo}) theirs) as mine,
      (select count(*) from (select from cases where workspace_id = ${workspaceId}::uuid and owner_id is null
        and state = 'open' and snoozed_until_at is null order by raised_at desc, id desc limit ${upTo}) nobodys) as unowned,
      (select count(*) from (select from cases where workspace_id = ${workspaceId}::uuid and ${isLive}
        and snoozed_until_at is null order by ${urgent}, id limit ${upTo}) everybodys) as open,
      (select count(*) from (select from cases where workspace_id = ${workspaceId}::uuid and ${isLive}
        and snoozed_until_at is not null order by snoozed_until_at limit ${upTo}) aside) as "laidAside"`.execute(tx);
  return rows[0] ?? { mine: 0, unowned: 0, open: 0, laidAside: 0 };
}

/** How many open cases of a team nobody owns yet. */
export async function countUnowned(tx: Tx, workspaceId: string, teamId: string | null): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from (
      select from cases where workspace_id = ${workspaceId}::uuid and owner_id is null and state = 'open'
        and team_id is not distinct from ${teamId}::uuid limit 1000
    ) queue`.execute(tx);
  return rows[0]?.waiting ?? 0;
}
