import * as z from "zod/mini";

/** A zone by its name; which zones exist is known to the deed that takes it (`unknown_time_zone`). */
export const timeZone = z.string().check(z.trim(), z.minLength(1), z.maxLength(64));

/** A time on somebody's wall. */
export const wallTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time like 21:00"));
