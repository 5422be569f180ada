import { sql } from "kysely";
import type { Promise_ } from "#app/promises/promise.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromJson } from "#engine/db/rows.ts";
import { idsIn, owedBy, type Queue, unaskedBy } from "./store-owed.ts";
import type { Owed } from "./today.ts";

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

async function withSurroundings(
  tx: Tx,
  workspaceId: string,
  memberIds: readonly string[],
  queue: Queue,
  most: number,
): Promise<Owed[]> {
  const { rows } = await sql<Row>`
    select to_json(p) as promise, customer.id as the_customer_id, customer.name as the_customer_name,
      contact.name as contact_name, contact.preferred_channel, address.can_be_told, address.has_phone,
      ring.stage as stage, ring.rang_at as rang_at
    from (
      select * from promises where workspace_id = ${workspaceId}::uuid and id = any(${idsIn(queue)})
      order by due_at, id limit ${sql.lit(most)}
    ) p
    left join lateral (
      with recursive up (id, steps) as (
        select p.customer_id, 0
        union all
        select m.into_id, steps + 1 from up join customer_merges m
          on m.workspace_id = ${workspaceId}::uuid and m.alias_id = up.id and m.undone_at is null
        where steps < 1000
      )
      select c.id, c.name from up join customers c on c.workspace_id = ${workspaceId}::uuid and c.id = up.id
      order by steps desc limit 1
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
    order by p.due_at, p.id`.execute(tx);
  return rows.map(owedOf);
}

type Row = {
  promise: object;
  the_customer_id: string | null;
  the_customer_name: string | null;
  contact_id: string | null;
  contact_name: string | null;
  preferred_channel: string | null;
  can_be_told: boolean;
  has_phone: boolean;
  stage: string | null;
  rang_at: Instant | null;
};

function owedOf(row: Row): Owed {
  const { the_customer_id: id, the_customer_name: name, contact_id, contact_name, stage, rang_at } = row;
  return {
    promise: fromJson<Promise_>(row.promise),
    customer: id && name ? { id, name } : null,
    contact:
      contact_id && contact_name
        ? { id: contact_id, name: contact_name, preferredChannel: row.preferred_channel }
        : null,
    canBeTold: row.can_be_told,
    hasPhone: row.has_phone,
    ring: stage && rang_at ? { stage, rangAt: rang_at } : null,
  };
}
