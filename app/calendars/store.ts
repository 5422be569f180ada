import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { type KeptCalendar, readCalendar } from "./calendar.ts";

const columns = [
  ...(["id", "name", "time_zone", "week", "days", "holiday_region", "holidays_at"] as const),
  ...(["emergency_route", "version"] as const),
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

/** In the order of their making. */
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
    .$if(after !== undefined, (query) => query.where("id", ">", after ?? ""))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(keptCalendar);
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
    version: row.version,
  };
}
