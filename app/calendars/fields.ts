import * as z from "zod/mini";
import { weekdays } from "#base/calendar.ts";
import { line } from "#base/fields.ts";

/** A zone by its name; which zones exist is known to the deed that takes it (`unknown_time_zone`). */
export const timeZone = z.string().check(z.trim(), z.minLength(1), z.maxLength(64));

/** A time on somebody's wall. */
export const wallTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time like 21:00"));

// What a time or a date must look like is said by the calendar itself, in sentences of its own.
const time = z.string().check(z.maxLength(5));
const hours = z.strictObject({ from: time, to: time });
const block = z.strictObject({ weekday: z.literal(weekdays), from: time, to: time });
const day = z.strictObject({
  on: z.string().check(z.maxLength(10)),
  name: z.optional(line(1, 100)),
  blocks: z.array(hours).check(z.maxLength(20)),
});

export const week = z.array(block).check(z.maxLength(70));
export const days = z.array(day).check(z.maxLength(1000));
export const holidayRegion = z.nullable(z.string().check(z.trim(), z.minLength(2), z.maxLength(20)));
