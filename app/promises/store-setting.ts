import { sql } from "kysely";
import { readCalendar } from "#app/calendars/calendar.ts";
import { type PolicyOverride, policyOf } from "#app/workspaces/policy.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Setting } from "./setting.ts";

type Asked = { customerId: string | null; contactId: string | null; ownerId: string; speakerId?: string; kind: string };

/**
 * Everything outside the promise that its rules need, read in one statement: of one that is there, by its id alone, so that
 * it can be asked for together with the promise. Who does not exist is null.
 */
export async function settingOf(tx: Tx, workspaceId: string, asked: Asked | { promiseId: string }): Promise<Setting> {
  // As one value: to describe and convert each column would take longer than to find them.
  const { rows } = await sql<{ found: Row }>`
    with asked as materialized (${askedFor(workspaceId, asked)})
    select to_json(everything) as found from (
    select w.name as house_name, w.language as house_language,
      to_jsonb(house) as house_calendar,
      coalesce(to_jsonb(own), team.calendar, to_jsonb(house)) as owner_calendar,
      to_jsonb(o) - 'password_hash' as owner,
      coalesce(s.time_zone, w.time_zone) as speaker_zone, coalesce(s.language, w.language) as speaker_language,
      to_jsonb(c) as customer, merge.into_id as merged_into_id,
      (select to_jsonb(x) from contacts x where x.workspace_id = w.workspace_id and x.id = (select contact_id from asked)) as contact,
      (select array_agg(x.id order by x.created_at, x.id) from contacts x
        where x.workspace_id = w.workspace_id and x.customer_id = (select customer_id from asked)) as contact_ids,
      (select jsonb_agg(jsonb_build_object('scope', p.scope, 'name', p.name, 'settings', p.settings, 'version', p.version))
        from policies p where p.workspace_id = w.workspace_id
        and (p.scope = 'workspace' or (p.scope = 'kind' and p.name = (select kind from asked))
          or (p.scope = 'tier' and p.name = c.tier) or (p.scope = 'customer' and p.name = c.id::text))) as overrides
    from workspaces w
    join calendars house on house.workspace_id = w.workspace_id and house.id = w.calendar_id
    left join members o on o.workspace_id = w.workspace_id and o.id = (select owner_id from asked)
    left join calendars own on own.workspace_id = w.workspace_id and own.id = o.calendar_id
    left join lateral (
      select to_jsonb(tc) as calendar from team_members tm
      join teams t on t.workspace_id = tm.workspace_id and t.id = tm.team_id
      join calendars tc on tc.workspace_id = t.workspace_id and tc.id = t.calendar_id
      where tm.workspace_id = w.workspace_id and tm.member_id = o.id order by t.name limit 1
    ) team on true
    left join members s on s.workspace_id = w.workspace_id and s.id = (select speaker_id from asked)
    left join customers c on c.workspace_id = w.workspace_id and c.id = (select customer_id from asked)
    left join customer_merges merge on merge.workspace_id = w.workspace_id and merge.alias_id = c.id and merge.undone_at is null
    where w.workspace_id = ${workspaceId}::uuid) everything`.execute(tx);
  const row = rows[0]?.found;
  if (!row) throw new Error("the transaction's workspace does not exist");
  return {
    houseName: row.house_name,
    houseLanguage: row.house_language,
    houseHours: readCalendar(row.house_calendar),
    hours: readCalendar(row.owner_calendar),
    policy: policyOf(row.overrides ?? []),
    owner: row.owner && { id: row.owner.id, name: row.owner.name, hasLeft: row.owner.left_at !== null },
    speaker: { timeZone: row.speaker_zone, language: row.speaker_language },
    customer: row.customer && {
      id: row.customer.id,
      name: row.customer.name,
      timeZone: row.customer.time_zone,
      mergedIntoId: row.merged_into_id,
      contactIds: row.contact_ids ?? [],
    },
    contact: row.contact && {
      id: row.contact.id,
      name: row.contact.name,
      customerId: row.contact.customer_id,
    },
  };
}

function askedFor(workspaceId: string, asked: Asked | { promiseId: string }) {
  if ("promiseId" in asked) {
    return sql`select customer_id, contact_id, owner_id, owner_id as speaker_id, kind from promises
      where workspace_id = ${workspaceId}::uuid and id = ${asked.promiseId}::uuid`;
  }
  const { customerId, contactId, ownerId, speakerId = ownerId, kind } = asked;
  return sql`select ${customerId}::uuid as customer_id, ${contactId}::uuid as contact_id, ${ownerId}::uuid as owner_id,
    ${speakerId}::uuid as speaker_id, ${kind}::text as kind`;
}

type StoredCalendar = Parameters<typeof readCalendar>[0];
type Row = {
  house_name: string;
  house_language: string;
  house_calendar: StoredCalendar;
  owner_calendar: StoredCalendar;
  owner: { id: string; name: string; left_at: string | null } | null;
  speaker_zone: string;
  speaker_language: string;
  customer: { id: string; name: string; time_zone: string | null } | null;
  merged_into_id: string | null;
  contact: { id: string; name: string; customer_id: string } | null;
  contact_ids: string[] | null;
  overrides: PolicyOverride[] | null;
};
