import * as z from "zod/mini";
import { readDuration } from "./duration.ts";
import { instant as readInstant } from "./instant.ts";
import { Refusal } from "./refusal.ts";

/** One line of text a person typed: trimmed, without control characters, from `min` to `max` characters. */
export function line(min: number, max: number) {
  return z
    .string()
    .check(
      z.trim(),
      z.minLength(min),
      z.maxLength(max),
      z.regex(/^\P{Cc}*$/u, "must be one line without control characters"),
    );
}

/** Text of several lines. */
export function text(min: number, max: number) {
  return z
    .string()
    .check(z.trim(), z.minLength(min), z.maxLength(max), z.regex(/^[^\0]*$/, "must not contain a null character"));
}

export const id = z.uuid();

/** An instant in ISO 8601 with its offset, read to the millisecond. */
export const instant = z.pipe(
  z.iso.datetime({ offset: true, error: "must be a time like 2026-11-24T15:00:00Z" }),
  z.transform((text, context) => attempt(() => readInstant(text), text, context)),
);

/** A duration in ISO 8601 ("PT3H"), read as seconds. */
export const duration = z.pipe(
  z.string().check(z.maxLength(40)),
  z.transform((text, context) => attempt(() => readDuration(text), text, context)),
);

/** Instants and durations as an answer writes them. */
export const instantOut = z.iso.datetime({ offset: true });
export const durationOut = z.string().check(z.describe("ISO 8601 duration"));

/** A page of a list: how many, and after which cursor. */
export const page = {
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
  after: z.optional(z.string().check(z.maxLength(200))),
};

/** A list's answer: rows and the cursor of the next page, null on the last. */
export function listOf<T extends z.core.$ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.nullable(z.string()) });
}

function attempt<T>(read: () => T, input: string, context: z.core.ParsePayload): T | never {
  try {
    return read();
  } catch (problem) {
    const message = problem instanceof Refusal ? problem.message : "cannot be read";
    context.issues.push({ code: "custom", input, message });
    return z.NEVER;
  }
}
