import { append } from "#app/journal/store.ts";
import { type Calendar, checkCalendar } from "#base/calendar.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import type { KeptCalendar } from "./calendar.ts";
import { withHolidays, withoutHolidays } from "./holidays.ts";
import { findCalendar, insertCalendar, saveCalendar } from "./store.ts";

type NewCalendar = Omit<KeptCalendar, "id" | "version">;
type CalendarChange = Partial<Omit<NewCalendar, "calendar"> & Calendar>;

// Holidays move and laws change: far enough to quote by, near enough to be true.
const holidayYears = 3;

export async function addCalendar(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  wanted: NewCalendar,
  now: Instant,
): Promise<KeptCalendar> {
  const calendar = await inOrder(wanted.calendar, wanted.holidayRegion, now);
  const kept = { ...wanted, calendar, id: newId(), version: 1 };
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
  const kept = { ...before, ...others, calendar: checked, version: before.version + 1 };
  await saveCalendar(tx, workspaceId, kept);
  await write(tx, workspaceId, "calendar changed", memberId, kept, now);
  return kept;
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
