import * as z from "zod/mini";
import { get } from "#base/contract.ts";
import { durationOut, id, instantOut } from "#base/fields.ts";

const count = z.int();
const share = z.nullable(z.number());
const kind = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/));
const held = { count, kept: count, stated_share: share, kept_share: share };

export const quotesContract = {
  getDurations: get("/quotes/durations", {
    summary: "How long promises of a kind took, the latest 2,000 of them, with what is still open and the odds beside",
    scope: "promises:read",
    query: z.strictObject({ kind, promise_id: z.optional(id) }),
    gives: z.object({
      kind: z.string(),
      in: z.enum(["working", "clock"]),
      done: count,
      open: count,
      /** From the shortest to the longest; the last may have no end. */
      bins: z.array(z.object({ from: durationOut, until: z.nullable(durationOut), done: count, open: count })),
      /** Within how long such work is done with those odds, in general; none while there is not enough history. */
      marks: z.array(z.object({ share: z.number(), within: durationOut })),
      explanation: z.nullable(z.string()),
      /** The promise asked about, in the same time: how long it was to take, and how long it took or has lasted. */
      promise: z.nullable(z.object({ quoted: durationOut, took: durationOut, is_done: z.boolean() })),
    }),
  }),
  getCalibration: get("/quotes/calibration", {
    summary: "The odds that were stated when promises were recorded, against the share that was kept",
    scope: "record:read",
    query: z.strictObject({
      kind: z.optional(kind),
      months: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(60)), 12),
    }),
    gives: z.object({
      since: instantOut,
      /** Oldest first, by when it was made; only what has come due is counted, the rest is `pending`. */
      months: z.array(z.object({ month: z.string(), ...held, pending: count })),
      /** By the odds that were stated. */
      bands: z.array(z.object({ from: z.number(), to: z.number(), ...held })),
      all: z.object({ ...held, pending: count }),
      /** Of those whose time the history advised, with these odds in the mean: how many were done by it. */
      advised: z.object({ share: z.number(), count, kept: count }),
      /** Does chance explain the distance of the two? Null below twenty. */
      within_chance: z.nullable(z.boolean()),
      /** By how much longer the advisor tells its times now because earlier ones came out too short; below 1: shorter. */
      widened_by: z.nullable(z.number()),
    }),
  }),
};
