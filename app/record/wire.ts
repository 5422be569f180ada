import * as z from "zod/mini";
import { promiseForStaff } from "#app/promises/answers.ts";
import { get } from "#base/contract.ts";
import { writeDuration } from "#base/duration.ts";
import { durationOut, id, instant, instantOut, listOf, page } from "#base/fields.ts";
import { groupings, keptOf, type Tally, toldBeforeDue, totalOf } from "./figures.ts";
import { flags, outsideParts, parts, ratedParts } from "./outcome.ts";

const count = z.int();
const share = z.object({ count, of: count });
const counts = <K extends string>(names: readonly K[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, count])) as Record<K, typeof count>);
const plainFlags = flags.filter((flag) => flag !== "early" && flag !== "told_before_due");

const tally = {
  counts: z.extend(counts(ratedParts), { total: count }),
  kept: share,
  outside: counts(outsideParts),
  hidden: share,
  flags: z.extend(counts(plainFlags), {
    told_before_due: z.nullable(share),
    early: z.object({ count, median: z.nullable(durationOut) }),
    let_down_days: count,
  }),
};

/** Those in no team have no key. */
const group = { key: z.nullable(z.string()), name: z.nullable(z.string()) };

const which = {
  from: z.optional(instant),
  until: z.optional(instant),
  owner_id: z.optional(id),
  team_id: z.optional(id),
  customer_id: z.optional(id),
  kind: z.optional(z.string().check(z.maxLength(40))),
};

export const recordContract = {
  getRecord: get("/record", {
    summary:
      "How our word was kept: true counts of the promises first due from `from` until before `until`; unless said " +
      "otherwise the last 90 days and all that is still to come. Groups come in the order of their keys",
    scope: "record:read",
    query: z.strictObject({ ...which, ...page, by: z._default(z.enum(["none", ...groupings]), "none") }),
    gives: z.object({
      from: instantOut,
      until: instantOut,
      ...tally,
      groups: z.optional(z.array(z.object({ ...group, ...tally }))),
      /** Teams too small for their figures to be shown. */
      withheld: z.optional(z.array(z.object(group))),
      next: z.optional(z.nullable(z.string())),
    }),
  }),
  listBehind: get("/record/promises", {
    summary: "The promises behind a figure of the record, the latest first due first",
    scope: "record:read",
    query: z.strictObject({ ...which, ...page, part: z.optional(z.enum(parts)), flag: z.optional(z.enum(flags)) }),
    gives: listOf(z.extend(promiseForStaff, { part: z.enum(parts) })),
  }),
};

/** A tally as staff read it: counts, and a share only with both its counts beside it. */
export function tallyForStaff(t: Tally) {
  const { early, told_before_due: _, ...plain } = t.flags;
  const { hidden, declined, void: voided, recorded_afterwards, ...rated } = t.parts;
  const visible = totalOf(t) + declined + voided + recorded_afterwards;
  return {
    counts: { ...rated, total: totalOf(t) },
    kept: keptOf(t),
    outside: { declined, void: voided, recorded_afterwards },
    hidden: { count: hidden, of: visible + hidden },
    flags: {
      ...plain,
      told_before_due: toldBeforeDue(t),
      early: {
        count: early,
        median: t.medianEarlySeconds === null ? null : writeDuration(Math.round(t.medianEarlySeconds)),
      },
      let_down_days: t.letDownDays,
    },
  };
}

export function groupForStaff({ key, name, ...tally }: Tally & { key: string | null; name: string | null }) {
  return { key, name, ...tallyForStaff(tally) };
}
