import * as z from "zod/mini";
import { get, patch, post, remove } from "#base/contract.ts";
import { id, instantOut, line, listOf, page } from "#base/fields.ts";
import { given } from "#base/given.ts";
import type { Instant } from "#base/instant.ts";
import { reachHours } from "#base/reach-hours.ts";
import { nextOpen } from "#base/working-time.ts";
import type { CalendarUse, KeptCalendar } from "./calendar.ts";
import { days, holidayRegion, timeZone, week } from "./fields.ts";

const emergencyRoute = z.nullable(line(1, 300));

const newCalendar = z.strictObject({
  name: line(1, 200),
  time_zone: timeZone,
  week,
  days: z._default(days, []),
  holiday_region: z._default(holidayRegion, null),
  emergency_route: z._default(emergencyRoute, null),
});

const calendarChange = z.partial(
  z.strictObject({
    name: line(1, 200),
    time_zone: timeZone,
    week,
    days,
    holiday_region: holidayRegion,
    emergency_route: emergencyRoute,
  }),
);

/** When somebody is there, as staff see it. */
export const hoursOut = {
  time_zone: z.string(),
  week,
  days,
  holiday_region: z.nullable(z.string()),
  reach_hours: z.string(),
  next_open_at: z.nullable(instantOut),
  version: z.number(),
};

const calendar = z.object({
  id,
  name: z.string(),
  emergency_route: z.nullable(z.string()),
  /** Who keeps to it: while somebody does, it stays. */
  used_by: z.object({ workspace: z.boolean(), teams: z.number(), members: z.number(), customers: z.number() }),
  ...hoursOut,
});

export const calendarsContract = {
  addCalendar: post("/calendars", {
    summary: "Add a calendar; with holiday_region it is closed on that region's public holidays of three years",
    scope: "settings:write",
    body: newCalendar,
    gives: calendar,
  }),
  listCalendars: get("/calendars", {
    summary: "Calendars in the order of their making",
    scope: "settings:read",
    query: z.strictObject({ ...page, after: z.optional(id) }),
    gives: listOf(calendar),
  }),
  listHolidayRegions: get("/holiday_regions", {
    summary: "Countries whose public holidays are known, or the states of one, named in the language asked for",
    scope: "settings:read",
    query: z.strictObject({
      country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/, "must be the code of a country, such as DE"))),
      language: z._default(z.enum(["en", "de"]), "en"),
    }),
    gives: z.object({ items: z.array(z.object({ code: z.string(), name: z.string() })) }),
  }),
  listHolidays: get("/holidays", {
    summary:
      "The public holidays of a region in this year and the two after it: what a calendar of it would be closed on",
    scope: "settings:read",
    query: z.strictObject({ holiday_region: z.string().check(z.trim(), z.minLength(2), z.maxLength(20)) }),
    gives: z.object({ items: z.array(z.object({ on: z.string(), name: z.string() })) }),
  }),
  getCalendar: get("/calendars/:id", { summary: "One calendar", scope: "settings:read", gives: calendar }),
  editCalendar: patch("/calendars/:id", {
    summary: "Change a calendar; days given take the place of those before, holidays are filled in beside them",
    scope: "settings:write",
    body: calendarChange,
    gives: calendar,
  }),
  removeCalendar: remove("/calendars/:id", {
    summary: "A calendar goes; refused while somebody keeps to it",
    scope: "settings:write",
    gives: calendar,
  }),
};

/** A calendar as staff see it, with who keeps to it. */
export function forStaff(kept: KeptCalendar, use: CalendarUse, language: string, now: Instant) {
  const { id, name, emergencyRoute } = kept;
  return { id, name, emergency_route: emergencyRoute, used_by: use, ...hoursForStaff(kept, language, now) };
}

/** Its hours, in words, too, and when somebody is there next. */
export function hoursForStaff({ calendar, holidayRegion, version }: KeptCalendar, language: string, now: Instant) {
  const { timeZone, week, days } = calendar;
  return {
    time_zone: timeZone,
    week: [...week],
    days: days.map(({ on, name, blocks }) => ({ on, ...given({ name }), blocks: [...blocks] })),
    holiday_region: holidayRegion,
    reach_hours: reachHours(calendar, language),
    next_open_at: nextOpen(calendar, now)?.toString() ?? null,
    version,
  };
}
