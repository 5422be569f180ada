import { append } from "#app/journal/store.ts";
import { type Calendar, checkCalendar } from "#base/calendar.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand, missing, Refusal } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import { type KeptCalendar, mayRemove, nextHolidaysAt } from "./calendar.ts";
import { withHolidays, withoutHolidays } from "./holidays.ts";
import { claimCalendar, deleteCalendar, findCalendar, insertCalendar, saveCalendar, usesOf } from "./store.ts";

type NewCalendar = Omit<KeptCalendar, "id" | "version" | "holidaysAt">;
export type CalendarChange = Partial<Omit<NewCalendar, "calendar" | "isOwn"> & Calendar>;

// Holidays move and laws change: far enough to quote by, near enough to be true.
export const holidayYears = 3;

export async function addCalendar(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  wanted: NewCalendar,
  now: Instant,
): Promise<KeptCalendar> {
  const calendar = await inOrder(wanted.calendar, wanted.holidayRegion, now);
  const holidaysAt = nextHolidaysAt(calendar, wanted.holidayRegion, now);
  const kept = { ...wanted, calendar, holidaysAt, id: newId(), version: 1 };
  await insertCalendar(tx, workspaceId, kept);
  await write(tx, workspaceId, "calendar added", memberId, kept, now);
  return kept;
}

export async function editCalendar(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  id: string,
  change: CalendarChange,
  version: number | null,
  now: Instant,
): Promise<KeptCalendar> {
  const before = await findCalendar(tx, workspaceId, id, "for update");
  if (!before) throw missing("calendar");
  demandVersion(version, before.version);
  const { timeZone, week, days, ...others } = change;
  const { holidayRegion } = { ...before, ...others };
  const calendar = {
    timeZone: timeZone ?? before.calendar.timeZone,
    week: week ?? before.calendar.week,
    days: days ?? (await ownDays(before, holidayRegion)),
  };
  const checked = await inOrder(calendar, holidayRegion, now);
  const holidaysAt = nextHolidaysAt(checked, holidayRegion, now);
  const kept = { ...before, ...others, calendar: checked, holidaysAt, version: before.version + 1 };
  await saveCalendar(tx, workspaceId, kept);
  await write(tx, workspaceId, "calendar changed", memberId, kept, now);
  return kept;
}

/** Nobody keeps to it any more. */
export async function removeCalendar(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  id: string,
  version: number | null,
  now: Instant,
): Promise<KeptCalendar> {
  const kept = await findCalendar(tx, workspaceId, id, "for update");
  const use = (await usesOf(tx, workspaceId, [id])).get(id);
  if (!kept || !use) throw missing("calendar");
  demandVersion(version, kept.version);
  demand(mayRemove(use));
  await deleteCalendar(tx, workspaceId, id);
  await write(tx, workspaceId, "calendar removed", memberId, kept, now);
  return kept;
}

/**
 * What the clock does at the new year: closes the calendar on the holidays of its region, three years ahead, and comes
 * again in a year. A region that there is no longer keeps the days that it had.
 */
export async function refreshHolidays(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
  now: Instant,
): Promise<void> {
  const before = await claimCalendar(tx, workspaceId, due);
  if (!before) return;
  const { holidayRegion } = before;
  const calendar = await inOrder(before.calendar, holidayRegion, now).catch((problem) => {
    if (!(problem instanceof Refusal)) throw problem;
    return before.calendar;
  });
  const holidaysAt = nextHolidaysAt(calendar, holidayRegion, now);
  const kept = { ...before, calendar, holidaysAt, version: before.version + 1 };
  await saveCalendar(tx, workspaceId, kept);
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: "holidays looked up",
    at: now,
    by: "machine",
    subjectId: kept.id,
    facts: { holiday_region: holidayRegion, days: calendar.days.length },
  });
}

/** A business that moves to another region takes its own days along, not the holidays of the old one. */
async function ownDays(
  { calendar, holidayRegion }: KeptCalendar,
  nextRegion: string | null,
): Promise<Calendar["days"]> {
  if (!holidayRegion || holidayRegion === nextRegion) return calendar.days;
  return (await withoutHolidays(calendar, holidayRegion)).days;
}

async function inOrder(calendar: Calendar, region: string | null, now: Instant): Promise<Calendar> {
  const checked = checkCalendar(calendar);
  if (!region) return checked;
  return withHolidays(checked, region, now.toZonedDateTimeISO(checked.timeZone).year, holidayYears);
}

async function write(tx: Tx, workspaceId: string, what: string, memberId: string, kept: KeptCalendar, now: Instant) {
  const { id, name, calendar, holidayRegion, emergencyRoute } = kept;
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what,
    at: now,
    by: { memberId },
    subjectId: id,
    facts: { time_zone: calendar.timeZone, week: calendar.week.map(blockInShort), holiday_region: holidayRegion },
    words: { name, emergency_route: emergencyRoute },
  });
}

function blockInShort({ weekday, from, to }: Calendar["week"][number]): string {
  return `${weekday} ${from}-${to}`;
}
