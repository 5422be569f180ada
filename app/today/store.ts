import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { columnOf, fromJson } from "#engine/db/rows.ts";
import { idsIn, owedBy, type Queue, unaskedBy } from "./store-owed.ts";
import { type Owed, type OwedPromise, shown } from "./today.ts";

/** One plan for whosoever's Today: to make one costs more than what it finds, and the limits in it hold for everybody. */
export async function planOnce(tx: Tx): Promise<void> {
  await sql`set local plan_cache_mode = force_generic_plan`.execute(tx);
}

/** What these members owe, the most urgent first, and then what they kept without a word from the customer yet. */
export async function listOwed(
  tx: Tx,
  workspaceId: string,
  memberIds: readonly string[],
  { most, keptSince }: { most: number; keptSince: Instant },
): Promise<Owed[]> {
  const around = (queue: Queue) => withSurroundings(tx, workspaceId, memberIds, queue, most);
  const lists = [owedBy(workspaceId, memberIds, most), unaskedBy(workspaceId, memberIds, keptSince, most)];
  return (await Promise.all(lists.map(around))).flat();
}

const columns = sql.join(shown.map((field) => sql.ref(`p.${columnOf(field)}`)));

async function withSurroundings(
  tx: Tx,
  workspaceId: string,
  memberIds: readonly string[],
  queue: Queue,
  most: number,
): Promise<Owed[]> {
  const { rows } = await sql<{ owed: object[] | null }>`
    select json_agg(line) as owed from (
      select ${columns}, p.contact_id, customer.id as the_customer_id, customer.name as the_customer_name,
        contact.name as contact_name, contact.preferred_channel, address.can_be_told, address.has_phone,
        ring.stage as stage, ring.rang_at as rang_at
      from (
        select * from promises where workspace_id = ${workspaceId}::uuid and id = any(${idsIn(queue)})
        order by due_at, id limit ${sql.lit(most)}
      ) p
      left join lateral (
        select c.id, c.name from customers c where c.workspace_id = ${workspaceId}::uuid and c.id = ${whoTheyAre(workspaceId)}
        limit 1
      ) customer on true
      left join contacts contact on contact.workspace_id = ${workspaceId}::uuid and contact.id = p.contact_id
      cross join lateral (
        select count(*) > 0 as can_be_told, coalesce(bool_or(a.channel = 'phone'), false) as has_phone
        from contacts c join contact_addresses a on a.workspace_id = ${workspaceId}::uuid and a.contact_id = c.id
        where c.workspace_id = ${workspaceId}::uuid
          and c.customer_id in (p.customer_id, customer.id) and c.id = coalesce(p.contact_id, c.id)
      ) address
      left join lateral (
        select r.stage, r.rang_at from rings r
        where r.workspace_id = ${workspaceId}::uuid and r.promise_id = p.id
          and r.member_id = any(${memberIds}::uuid[]) and r.answered_at is null
        order by r.rang_at desc limit 1
      ) ring on true
      order by p.due_at, p.id
    ) line`.execute(tx);
  return (rows[0]?.owed ?? []).map((row) => owedOf(fromJson<Row>(row)));
}

/** Into whom the customer was merged in the end; nearly all never were, which one look at an index says. */
function whoTheyAre(workspaceId: string): RawBuilder<string | null> {
  const mergeOf = (id: RawBuilder<unknown>) => sql`customer_merges m
    where m.workspace_id = ${workspaceId}::uuid and m.alias_id = ${id} and m.undone_at is null`;
  return sql`case when exists (select from ${mergeOf(sql`p.customer_id`)}) then (
    with recursive up (id, steps) as (
      select p.customer_id, 0
      union all
      select into_id, steps + 1 from up, lateral (select m.into_id from ${mergeOf(sql`up.id`)}) next where steps < 1000
    ) select id from up order by steps desc limit 1
  ) else p.customer_id end`;
}

type Row = OwedPromise & {
  theCustomerId: string | null;
  theCustomerName: string | null;
  contactId: string | null;
  contactName: string | null;
  preferredChannel: string | null;
  canBeTold: boolean;
  hasPhone: boolean;
  stage: string | null;
  rangAt: Instant | null;
};

function owedOf(row: Row): Owed {
  const { theCustomerId, theCustomerName, contactId, contactName, preferredChannel, stage, rangAt } = row;
  return {
    promise: row,
    customer: theCustomerId && theCustomerName ? { id: theCustomerId, name: theCustomerName } : null,
    contact: contactId && contactName ? { id: contactId, name: contactName, preferredChannel } : null,
    canBeTold: row.canBeTold,
    hasPhone: row.hasPhone,
    ring: stage && rangAt ? { stage, rangAt } : null,
  };
}
