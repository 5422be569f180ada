import { sql } from "kysely";
import { readCalendar } from "#app/calendars/calendar.ts";
import { routeTo, textable } from "#app/messages/route.ts";
import { type PolicyOverride, policyOf } from "#app/workspaces/policy.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromJson } from "#engine/db/rows.ts";
import type { Around } from "./around.ts";
import type { Case } from "./case.ts";

type Whose = Pick<Case, "id" | "customerId" | "contactId" | "teamId" | "ownerId" | "channel">;

/**
 * Everything outside the case that its rules need, read in one statement: of one that is there as it is, by its id alone, so
 * that it can be asked for together with the case. Null where its customer does not exist.
 */
export async function aroundOf(tx: Tx, workspaceId: string, of: Whose | { caseId: string }): Promise<Around | null> {
  // As JSON: to convert so many columns one by one would take longer than to find them.
  const { rows } = await sql<{ found: object }>`
    with recursive c as (${askedFor(workspaceId, of)}), contact_up (id, depth) as (
      select contact_id, 0 from c union all
      select m.into_id, up.depth + 1 from contact_up up join contact_merges m on m.workspace_id = ${workspaceId}::uuid
        and m.alias_id = up.id and m.undone_at is null where up.depth < 1000
    )
    select to_json(everything) as found from (
    select c.channel as used_last, w.name as house_name, w.language as house_language, w.time_zone as house_zone,
      coalesce(to_jsonb(own), to_jsonb(teams_own), to_jsonb(house)) as hours,
      coalesce(to_jsonb(teams_own), to_jsonb(house)) as team_hours,
      o.name as owner_name, cu.id as customer_id, cu.name as customer_name, cu.time_zone as customer_zone,
      co.name as contact_name, co.preferred_channel, co.quiet_from::text, co.quiet_until::text, co.time_zone as contact_zone,
      (select array_agg(a.channel) from contact_addresses a
        where a.workspace_id = w.workspace_id and a.contact_id = co.id) as channels,
      (select array_agg(a.address order by a.channel desc, a.address) from contact_addresses a
        where a.workspace_id = w.workspace_id and a.contact_id = co.id and a.channel in ('sms', 'phone')
          and a.stopped_at is null) as numbers,
      (select n.number from numbers n where n.workspace_id = w.workspace_id and n.removed_at is null) as our_number,
      (select min(p.due_at) from promises p where p.workspace_id = w.workspace_id and p.case_id = c.id
        and p.state = 'open' and p.is_visible) as plan_due_at,
      (select jsonb_agg(jsonb_build_object('scope', p.scope, 'name', p.name, 'settings', p.settings, 'version', p.version))
        from policies p where p.workspace_id = w.workspace_id
        and (p.scope = 'workspace' or (p.scope = 'tier' and p.name = cu.tier)
          or (p.scope = 'customer' and p.name = cu.id::text))) as overrides
    from workspaces w cross join c
    join calendars house on house.workspace_id = w.workspace_id and house.id = w.calendar_id
    join customers cu on cu.workspace_id = w.workspace_id and cu.id = c.customer_id
    left join teams t on t.workspace_id = w.workspace_id and t.id = c.team_id
    left join calendars teams_own on teams_own.workspace_id = w.workspace_id and teams_own.id = t.calendar_id
    left join members o on o.workspace_id = w.workspace_id and o.id = c.owner_id
    left join calendars own on own.workspace_id = w.workspace_id and own.id = o.calendar_id
    left join contacts co on co.workspace_id = w.workspace_id
      and co.id = (select id from contact_up order by depth desc limit 1)
    where w.workspace_id = ${workspaceId}::uuid) everything`.execute(tx);
  const [row] = rows;
  return row ? around(fromJson<Row>(row.found)) : null;
}

function askedFor(workspaceId: string, of: Whose | { caseId: string }) {
  if ("caseId" in of) {
    return sql`select id, customer_id, contact_id, team_id, owner_id, channel from cases
      where workspace_id = ${workspaceId}::uuid and id = ${of.caseId}::uuid`;
  }
  return sql`select ${of.id}::uuid as id, ${of.customerId}::uuid as customer_id, ${of.contactId}::uuid as contact_id,
    ${of.teamId}::uuid as team_id, ${of.ownerId}::uuid as owner_id, ${of.channel}::text as channel`;
}

/** As `queueMessage` will choose it. */
function wayTo({ channels, numbers, ourNumber, preferredChannel: prefers, usedLast }: Row) {
  const email = channels?.includes("email") ? "there is one" : null;
  return routeTo({ email, text: textable(numbers ?? [], ourNumber), prefers }, usedLast)?.channel ?? null;
}

function around(row: Row): Around {
  const policy = policyOf(row.overrides ?? []);
  const channels = row.channels ?? [];
  const quiet = {
    from: row.quietFrom ?? policy.quietFrom,
    until: row.quietUntil ?? policy.quietUntil,
    timeZone: row.contactZone ?? row.customerZone ?? row.houseZone,
  };
  return {
    houseName: row.houseName,
    houseLanguage: row.houseLanguage,
    policy,
    hours: readCalendar(row.hours),
    teamHours: readCalendar(row.teamHours),
    customer: { id: row.customerId, name: row.customerName },
    contact: row.contactName
      ? {
          name: row.contactName,
          hasAddress: channels.length > 0,
          writtenBy: wayTo(row),
          preferredChannel: row.preferredChannel,
          quiet,
        }
      : null,
    ownerName: row.ownerName,
    planDueAt: row.planDueAt,
  };
}

type StoredCalendar = Parameters<typeof readCalendar>[0];
type Row = {
  usedLast: string;
  houseName: string;
  houseLanguage: string;
  houseZone: string;
  hours: StoredCalendar;
  teamHours: StoredCalendar;
  ownerName: string | null;
  customerId: string;
  customerName: string;
  customerZone: string | null;
  contactName: string | null;
  preferredChannel: string | null;
  quietFrom: string | null;
  quietUntil: string | null;
  contactZone: string | null;
  channels: string[] | null;
  numbers: string[] | null;
  ourNumber: string | null;
  planDueAt: Around["planDueAt"];
  overrides: PolicyOverride[] | null;
};
