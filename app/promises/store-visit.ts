import { type RawBuilder, sql } from "kysely";
import { readCalendar } from "#app/calendars/calendar.ts";
import type { PolicyOverride } from "#app/workspaces/policy.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Visit } from "./page-visit.ts";

/** Who comes in by a link, and all that stands around their promises, in one statement; null when there is no such link. */
export function visitBy(tx: Tx, workspaceId: string, linkId: string): Promise<Visit | null> {
  const link = sql`select id, contact_id, expires_at, revoked_at from contact_links
    where workspace_id = ${workspaceId}::uuid and id = ${linkId}::uuid`;
  return visitThrough(tx, workspaceId, link);
}

/** The same of a contact who has not come in: staff look at their page until then. */
export function visitOfContact(tx: Tx, workspaceId: string, contactId: string, until: Instant): Promise<Visit | null> {
  const link = sql`select id, id as contact_id, ${until}::timestamptz as expires_at, null::timestamptz as revoked_at
    from contacts where workspace_id = ${workspaceId}::uuid and id = ${contactId}::uuid`;
  return visitThrough(tx, workspaceId, link);
}

async function visitThrough(tx: Tx, workspaceId: string, link: RawBuilder<unknown>): Promise<Visit | null> {
  const { rows } = await sql<Row>`
    with recursive link as (${link}), contact_up (id, depth) as (
      select contact_id, 0 from link union all
      select m.into_id, up.depth + 1 from contact_up up join contact_merges m on m.workspace_id = ${workspaceId}::uuid
        and m.alias_id = up.id and m.undone_at is null where up.depth < 1000
    ), contact as (
      select * from contacts where workspace_id = ${workspaceId}::uuid
        and id = (select id from contact_up order by depth desc limit 1)
    ), customer_up (id, depth) as (
      select customer_id, 0 from contact union all
      select m.into_id, up.depth + 1 from customer_up up join customer_merges m on m.workspace_id = ${workspaceId}::uuid
        and m.alias_id = up.id and m.undone_at is null where up.depth < 1000
    ), customer as (
      select * from customers where workspace_id = ${workspaceId}::uuid
        and id = (select id from customer_up order by depth desc limit 1)
    ), contact_down (id) as (
      select id from contact union
      select m.alias_id from contact_down down join contact_merges m on m.workspace_id = ${workspaceId}::uuid
        and m.into_id = down.id and m.undone_at is null
    ), customer_down (id) as (
      select id from customer union
      select m.alias_id from customer_down down join customer_merges m on m.workspace_id = ${workspaceId}::uuid
        and m.into_id = down.id and m.undone_at is null
    )
    select link.id as link_id, link.expires_at, link.revoked_at, w.name as house_name, w.language as house_language,
      w.time_zone as house_zone, h.time_zone, h.week, h.days, h.emergency_route,
      contact.id as contact_id, contact.name as contact_name, contact.preferred_channel,
      contact.language as contact_language, contact.time_zone as contact_zone,
      customer.id as customer_id, customer.language as customer_language, customer.time_zone as customer_zone,
      (select array_agg(id) from contact_down) as contact_ids,
      (select array_agg(id) from customer_down) as customer_ids,
      head.seq, head.hash,
      (select jsonb_agg(jsonb_build_object('scope', p.scope, 'name', p.name, 'settings', p.settings, 'version', p.version))
        from policies p where p.workspace_id = ${workspaceId}::uuid and (p.scope in ('workspace', 'kind')
          or (p.scope = 'tier' and p.name = customer.tier)
          or (p.scope = 'customer' and p.name = customer.id::text))) as overrides
    from link cross join contact cross join customer
    join workspaces w on w.workspace_id = ${workspaceId}::uuid
    join calendars h on h.workspace_id = w.workspace_id and h.id = w.calendar_id
    join journal_heads head on head.workspace_id = w.workspace_id and head.chain_id = customer.id`.execute(tx);
  const [row] = rows;
  return row ? visitOf(workspaceId, row) : null;
}

/** The names of members and of contacts. */
export async function namesOf(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from members where workspace_id = ${workspaceId}::uuid and id = any(${ids}::uuid[])
    union all
    select id, name from contacts where workspace_id = ${workspaceId}::uuid and id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Was this contact sent such a letter since then? */
export async function wasSent(tx: Tx, visit: Visit, letter: string, since: Instant): Promise<boolean> {
  const { rows } = await sql`
    select from messages where workspace_id = ${visit.workspaceId}::uuid
      and customer_id = any(${visit.customerIds}::uuid[]) and queued_at > ${since}
      and contact_id = any(${visit.contactIds}::uuid[]) and letter = ${letter}
    limit 1`.execute(tx);
  return rows.length > 0;
}

type Row = {
  link_id: string;
  expires_at: Instant;
  revoked_at: Instant | null;
  house_name: string;
  house_language: string;
  house_zone: string;
  time_zone: string;
  week: unknown;
  days: unknown;
  emergency_route: string | null;
  contact_id: string;
  contact_name: string;
  preferred_channel: string | null;
  contact_language: string | null;
  contact_zone: string | null;
  customer_id: string;
  customer_language: string | null;
  customer_zone: string | null;
  contact_ids: string[];
  customer_ids: string[];
  seq: number;
  hash: Buffer;
  overrides: PolicyOverride[] | null;
};

function visitOf(workspaceId: string, row: Row): Visit {
  return {
    workspaceId,
    link: { id: row.link_id, expiresAt: row.expires_at, revokedAt: row.revoked_at },
    house: {
      name: row.house_name,
      language: row.house_language,
      hours: readCalendar(row),
      timeZone: row.house_zone,
      emergencyRoute: row.emergency_route,
    },
    contact: {
      id: row.contact_id,
      name: row.contact_name,
      preferredChannel: row.preferred_channel,
      language: row.contact_language,
      timeZone: row.contact_zone,
    },
    customer: { id: row.customer_id, language: row.customer_language, timeZone: row.customer_zone },
    contactIds: row.contact_ids,
    customerIds: row.customer_ids,
    head: { seq: row.seq, hash: row.hash },
    overrides: row.overrides ?? [],
  };
}
