import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { type CalendarUse, type KeptCalendar, readCalendar } from "./calendar.ts";

const columns = [
  ...(["id", "name", "time_zone", "week", "days", "holiday_region", "holidays_at"] as const),
  ...(["emergency_route", "is_own", "version"] as const),
] as const;

export async function insertCalendar(tx: Tx, workspaceId: string, kept: KeptCalendar): Promise<void> {
  await tx
    .insertInto("calendars")
    .values({ workspace_id: workspaceId, id: kept.id, version: kept.version, ...columnsOf(kept) })
    .execute();
}

export async function findCalendar(
  tx: Tx,
  workspaceId: string,
  id: string,
  lock?: "for update",
): Promise<KeptCalendar | undefined> {
  const row = await tx
    .selectFrom("calendars")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && keptCalendar(row);
}

/** The calendar at exactly this version, locked; undefined when another process has it or it changed. */
export async function claimCalendar(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
): Promise<KeptCalendar | undefined> {
  const row = await tx
    .selectFrom("calendars")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", due.id)
    .where("version", "=", due.version)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row && keptCalendar(row);
}

/** Saves what was found for update. */
export async function saveCalendar(tx: Tx, workspaceId: string, kept: KeptCalendar): Promise<void> {
  await tx
    .updateTable("calendars")
    .set({ version: kept.version, ...columnsOf(kept) })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", kept.id)
    .execute();
}

/** Those that anybody may keep to, in the order of their making. */
export async function listCalendars(
  tx: Tx,
  workspaceId: string,
  limit: number,
  after?: string,
): Promise<KeptCalendar[]> {
  const rows = await tx
    .selectFrom("calendars")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("is_own", "=", false)
    .$if(after !== undefined, (query) => query.where("id", ">", after ?? ""))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(keptCalendar);
}

/** A calendar that a team, a member or a customer may be given: of this workspace, and nobody's own. */
export async function isShared(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const found = await findCalendar(tx, workspaceId, id);
  return found !== undefined && !found.isOwn;
}

// Beyond this nobody counts any more. In the order of their index, so that no more than these are read.
const mostCounted = 1000;

/** Who keeps to each of these calendars. */
export async function usesOf(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CalendarUse>> {
  const { rows } = await sql<CalendarUse & { id: string }>`
    select c.id,
      exists (select from workspaces w
        where w.workspace_id = ${workspaceId}::uuid and w.calendar_id = c.id) as workspace,
      (select count(*)::int from teams t
        where t.workspace_id = ${workspaceId}::uuid and t.calendar_id = c.id) as teams,
      (select count(*)::int from members m
        where m.workspace_id = ${workspaceId}::uuid and m.calendar_id = c.id and m.left_at is null) as members,
      (select count(*)::int from (select from customers x
        where x.workspace_id = ${workspaceId}::uuid and x.calendar_id = c.id
        order by x.id limit ${mostCounted}) as counted) as customers
    from calendars c where c.workspace_id = ${workspaceId}::uuid and c.id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, ...use }) => [id, use]));
}

/** It is gone, also for those who kept to it until they left. */
export async function deleteCalendar(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx
    .updateTable("members")
    .set({ calendar_id: null })
    .where("workspace_id", "=", workspaceId)
    .where("calendar_id", "=", id)
    .where("left_at", "is not", null)
    .execute();
  await tx.deleteFrom("calendars").where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
}

/** What was one member's alone goes once they keep to it no more. */
export async function deleteOwnCalendar(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx
    .deleteFrom("calendars")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("is_own", "=", true)
    .execute();
}

/** The language in which the workspace says its reach hours. */
export async function languageOf(tx: Tx, workspaceId: string): Promise<string> {
  const { language } = await tx
    .selectFrom("workspaces")
    .select("language")
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirstOrThrow();
  return language;
}

function columnsOf(kept: KeptCalendar) {
  return {
    name: kept.name,
    time_zone: kept.calendar.timeZone,
    week: JSON.stringify(kept.calendar.week),
    days: JSON.stringify(kept.calendar.days),
    holiday_region: kept.holidayRegion,
    holidays_at: kept.holidaysAt,
    emergency_route: kept.emergencyRoute,
    is_own: kept.isOwn,
  };
}

type Row = {
  id: string;
  name: string;
  time_zone: string;
  week: unknown;
  days: unknown;
  holiday_region: string | null;
  holidays_at: Instant | null;
  emergency_route: string | null;
  is_own: boolean;
  version: number;
};

function keptCalendar(row: Row): KeptCalendar {
  return {
    id: row.id,
    name: row.name,
    calendar: readCalendar(row),
    holidayRegion: row.holiday_region,
    holidaysAt: row.holidays_at,
    emergencyRoute: row.emergency_route,
    isOwn: row.is_own,
    version: row.version,
  };
}
