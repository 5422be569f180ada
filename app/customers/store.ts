import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Customer, CustomerKind, CustomerOrder } from "./customer.ts";
import { type StandingFilter, standingConditions } from "./store-standings.ts";

const columns = [
  "id",
  "kind",
  "name",
  "is_stand_in as isStandIn",
  "time_zone as timeZone",
  "language",
  "calendar_id as calendarId",
  "account_owner_id as accountOwnerId",
  "tier",
  "tags",
  "why_us as whyUs",
  "created_at as createdAt",
  "version",
] as const;

/** Which customers a list shows; what is not named does not matter. */
export type CustomerFilter = StandingFilter & {
  tag?: string | undefined;
  tier?: string | undefined;
  kind?: CustomerKind | undefined;
  accountOwnerId?: string | undefined;
  /** Only these. */
  ids?: readonly string[] | undefined;
};

export async function insertCustomer(tx: Tx, workspaceId: string, customer: Customer): Promise<void> {
  await tx
    .insertInto("customers")
    .values({
      workspace_id: workspaceId,
      id: customer.id,
      created_at: customer.createdAt,
      ...columnsOf(customer),
    })
    .execute();
}

/** Saves what was found for update. */
export async function saveCustomer(tx: Tx, workspaceId: string, customer: Customer): Promise<void> {
  await tx
    .updateTable("customers")
    .set(columnsOf(customer))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", customer.id)
    .execute();
}

/** These customers in the order of their ids, in which they are also locked. */
export async function findCustomers(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
  lock?: "for update",
): Promise<Customer[]> {
  const rows = await tx
    .selectFrom("customers")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("id", "=", q.fn.any(q.val(ids))))
    .orderBy("id")
    // Contacts and promises everywhere refer to the row; only its key must not change under them.
    .$if(lock !== undefined, (query) => query.forNoKeyUpdate())
    .execute();
  return rows.map(customerOf);
}

/** Newest first or by name, without those that were merged into another. */
export async function listCustomers(
  tx: Tx,
  workspaceId: string,
  filter: CustomerFilter & { order?: CustomerOrder; limit: number; after?: string | undefined },
  now: Instant,
): Promise<Customer[]> {
  const { tag, tier, kind, accountOwnerId, ids, order, limit, after } = filter;
  const isByName = order === "name";
  const standing = standingConditions(workspaceId, filter, now);
  const rows = await tx
    .selectFrom("customers")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? ""))
    .$if(tier !== undefined, (query) => query.where("tier", "=", tier ?? ""))
    .$if(tag !== undefined, (query) => query.where(sql<boolean>`${tag}::text = any(tags)`))
    .$if(accountOwnerId !== undefined, (query) => query.where("account_owner_id", "=", accountOwnerId ?? ""))
    .$if(ids !== undefined, (query) => query.where((q) => q("id", "=", q.fn.any(q.val(ids ?? [])))))
    .$if(standing.length > 0, (query) => query.where(({ and }) => and(standing)))
    .$if(after !== undefined, (query) =>
      query.where(
        isByName
          ? sql<boolean>`(lower(name), id) > (
              select lower(last.name), last.id from customers last
              where last.workspace_id = ${workspaceId}::uuid and last.id = ${after}::uuid)`
          : sql<boolean>`(created_at, id) < (
              select last.created_at, last.id from customers last
              where last.workspace_id = ${workspaceId}::uuid and last.id = ${after}::uuid)`,
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("customer_merges as m")
            .select("m.id")
            .where("m.workspace_id", "=", workspaceId)
            .whereRef("m.alias_id", "=", "customers.id")
            .where("m.undone_at", "is", null),
        ),
      ),
    )
    .$if(isByName, (query) => query.orderBy(sql`lower(name)`))
    .$if(!isByName, (query) => query.orderBy("created_at", "desc"))
    .orderBy("id", isByName ? "asc" : "desc")
    .limit(limit)
    .execute();
  return rows.map(customerOf);
}

/**
 * The ids of customers that look like what is wanted, best first: by their name, a contact's name or an address, a typo
 * allowed. The function looks in the workspace of the transaction and in no other.
 */
export async function searchCustomers(tx: Tx, wanted: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ customer_id: string }>`
    select customer_id from find_customers(${wanted}, ${most}::integer)`.execute(tx);
  return rows.map((row) => row.customer_id);
}

function columnsOf(customer: Customer) {
  return {
    kind: customer.kind,
    name: customer.name,
    is_stand_in: customer.isStandIn,
    time_zone: customer.timeZone,
    language: customer.language,
    calendar_id: customer.calendarId,
    account_owner_id: customer.accountOwnerId,
    tier: customer.tier,
    tags: customer.tags,
    why_us: customer.whyUs,
    version: customer.version,
  };
}

function customerOf(row: Omit<Customer, "kind"> & { kind: string }): Customer {
  return { ...row, kind: row.kind as CustomerKind };
}
