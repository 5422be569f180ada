import type * as z from "zod/mini";
import { findCustomers } from "#app/customers/store.ts";
import { customerIdsOf, resolveAll } from "#app/customers/store-merges.ts";
import type { QueryOf } from "#base/contract.ts";
import { cursorOf, readCursor } from "#base/cursor.ts";
import { given } from "#base/given.ts";
import type { Tx } from "#engine/db/database.ts";
import type { listedCase } from "./answers.ts";
import type { Case } from "./case.ts";
import { forStaff } from "./for-staff.ts";
import { type CaseFilter, listCases, listUrgentCases, searchCases } from "./store-list.ts";
import { urgentAt } from "./urgency.ts";
import type { casesContract } from "./wire.ts";

type Query = QueryOf<(typeof casesContract)["listCases"]>;
type Page = { items: z.input<typeof listedCase>[]; next: string | null };

const mostFound = 200;

/** A page of cases as it was asked for; what is found by words is all on one page. */
export async function casesListed(tx: Tx, workspaceId: string, query: Query): Promise<Page> {
  const filter = await filterOf(tx, workspaceId, query);
  if (query.find !== undefined) {
    const ids = await searchCases(tx, query.find, mostFound);
    const fitting = await listCases(tx, workspaceId, { ...filter, ids, limit: mostFound });
    const rows = new Map(fitting.map((row) => [row.id, row]));
    const best = ids.flatMap((id) => rows.get(id) ?? []).slice(0, query.limit);
    return { items: await withCustomers(tx, workspaceId, best), next: null };
  }
  const isUrgent = query.order === "urgent";
  const asked = { ...filter, limit: query.limit + 1, ...given({ after: readCursor(query.after) }) };
  const found = await (isUrgent ? listUrgentCases : listCases)(tx, workspaceId, asked);
  const shown = found.slice(0, query.limit);
  const last = found.length > query.limit ? shown.at(-1) : undefined;
  const next = last ? cursorOf(isUrgent ? urgentAt(last) : last.raisedAt, last.id) : null;
  return { items: await withCustomers(tx, workspaceId, shown), next };
}

async function filterOf(tx: Tx, workspaceId: string, query: Query): Promise<Omit<CaseFilter, "limit" | "after">> {
  return given({
    customerIds: query.customer_id ? await customerIdsOf(tx, workspaceId, query.customer_id) : undefined,
    concernsId: query.member_id,
    ownerId: query.owner_id,
    handlerId: query.handler_id,
    teamId: query.team_id,
    causeId: query.cause_id,
    isUnowned: query.unowned === "true" ? true : undefined,
    isLaidAside: query.laid_aside === undefined ? undefined : query.laid_aside === "true",
    state: query.state,
  });
}

async function withCustomers(tx: Tx, workspaceId: string, cases: readonly Case[]): Promise<Page["items"]> {
  const asked = [...new Set(cases.map(({ customerId }) => customerId))];
  const isNow = await resolveAll(tx, workspaceId, "customer", asked);
  const found = await findCustomers(tx, workspaceId, [...new Set(isNow.values())]);
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return cases.map((c) => {
    const id = isNow.get(c.customerId) ?? c.customerId;
    return { ...forStaff(c), customer: { id, name: names.get(id) ?? "" } };
  });
}
