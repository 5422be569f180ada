import * as z from "zod/mini";
import { type Calendar, weekdays } from "#base/calendar.ts";
import { get, patch, post } from "#base/contract.ts";
import { id, instantOut, line, listOf, page } from "#base/fields.ts";
import { given } from "#base/given.ts";
import type { Instant } from "#base/instant.ts";
import { reachHours } from "#base/reach-hours.ts";
import { nextOpen } from "#base/working-time.ts";
import type { KeptCalendar } from "./calendar.ts";
import { timeZone } from "./fields.ts";

// What a time or a date must look like is said by the calendar itself, in sentences of its own.
const time = z.string().check(z.maxLength(5));
const hours = z.strictObject({ from: time, to: time });
const block = z.strictObject({ weekday: z.literal(weekdays), from: time, to: time });
const day = z.strictObject({
  on: z.string().check(z.maxLength(10)),
  name: z.optional(line(1, 100)),
  blocks: z.array(hours).check(z.maxLength(20)),
});

const holidayRegion = z.nullable(z.string().check(z.trim(), z.minLength(2), z.maxLength(20)));
const emergencyRoute = z.nullable(line(1, 300));
const week = z.array(block).check(z.maxLength(70));
const days = z.array(day).check(z.maxLength(1000));

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

const calendar = z.object({
  id,
  name: z.string(),
  time_zone: z.string(),
  week,
  days,
  holiday_region: z.nullable(z.string()),
  emergency_route: z.nullable(z.string()),
  reach_hours: z.string(),
  next_open_at: z.nullable(instantOut),
  version: z.number(),
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
  getCalendar: get("/calendars/:id", { summary: "One calendar", scope: "settings:read", gives: calendar }),
  editCalendar: patch("/calendars/:id", {
    summary: "Change a calendar; days given take the place of those before, holidays are filled in beside them",
    scope: "settings:write",
    body: calendarChange,
    gives: calendar,
  }),
};

/** A calendar as staff see it, with its reach hours in words and when somebody is there next. */
export function forStaff(kept: KeptCalendar, language: string, now: Instant) {
  return {
    id: kept.id,
    name: kept.name,
    ...hoursForStaff(kept.calendar),
    holiday_region: kept.holidayRegion,
    emergency_route: kept.emergencyRoute,
    reach_hours: reachHours(kept.calendar, language),
    next_open_at: nextOpen(kept.calendar, now)?.toString() ?? null,
    version: kept.version,
  };
}

function hoursForStaff({ timeZone, week, days }: Calendar) {
  return {
    time_zone: timeZone,
    week: [...week],
    days: days.map(({ on, name, blocks }) => ({ on, ...given({ name }), blocks: [...blocks] })),
  };
}
