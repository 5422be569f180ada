import { alarms } from "#engine/clock/alarms.ts";
import { byAlarm, type DueRow } from "#engine/clock/due-rows.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import { refreshHolidays } from "./actions.ts";

/** Calendars whose holidays are looked up anew, each at its new year. */
export function holidaysDuty(db: Database): Duty<DueRow> {
  return {
    name: "look up holidays",
    ...byAlarm(db, alarms.holidays),
    act: ({ workspaceId, ...due }, now) =>
      inWorkspace(db, workspaceId, (tx) => refreshHolidays(tx, workspaceId, due, now)),
  };
}
