import * as z from "zod/mini";
import { promiseForStaff } from "#app/promises/answers.ts";
import { get } from "#base/contract.ts";
import { writeDuration } from "#base/duration.ts";
import { durationOut, id, instant, instantOut, listOf, page } from "#base/fields.ts";
import { bandOf } from "./band.ts";
import { groupings, keptOf, type Tally, toldBeforeDue, totalOf } from "./figures.ts";
import { flags, outsideParts, parts, ratedParts } from "./outcome.ts";
import { type Period, steps } from "./periods.ts";

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

export const mostRows = 10_000;

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
  listAsCsv: get("/record/promises.csv", {
    summary: `The same rows as CSV for a spreadsheet, the latest ${mostRows} of them`,
    scope: "record:read",
    query: z.strictObject({ ...which, part: z.optional(z.enum(parts)), flag: z.optional(z.enum(flags)) }),
    gives: z.string(),
    media: "text/csv",
  }),
  getRecordOverTime: get("/record/over-time", {
    summary:
      "How our word was kept week by week or month by month, by first due; unless said otherwise the last 26 weeks or " +
      "12 months. The band is Wilson's, 95 %",
    scope: "record:read",
    query: z.strictObject({ ...which, by: z._default(z.enum(steps), "week") }),
    gives: z.object({
      by: z.enum(steps),
      time_zone: z.string(),
      items: z.array(
        z.object({
          from: instantOut,
          until: instantOut,
          day: z.string().check(z.describe("its first day on the house's wall")),
          band: z.nullable(z.object({ low: z.number(), high: z.number() })),
          ...tally,
        }),
      ),
    }),
  }),
  getFigure: get("/record/figure", {
    summary: "The one figure from 0 to 100, for who asks for it: with its formula, its inputs and what would move it",
    scope: "record:read",
    query: z.strictObject({
      owner_id: which.owner_id,
      team_id: which.team_id,
      customer_id: which.customer_id,
      kind: which.kind,
    }),
    gives: z.object({
      figure: z.int(),
      formula: z.string(),
      inputs: z.object({
        kept: z.object({ count, weight: z.number() }),
        broken: z.object({ count, weight: z.number() }),
        half_life_days: count,
      }),
      /** What it would be with ten more kept, and with one more broken. */
      with_ten_kept: count,
      with_one_broken: count,
    }),
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

/** A period as staff read it; one in which nothing was due has counts of none. */
export function periodForStaff({ key, from, until }: Period, counted: Tally | undefined) {
  const t = counted ?? nothing;
  const times = { from: from.toString(), until: until.toString(), day: key };
  return { ...times, band: bandOf(keptOf(t)), ...tallyForStaff(t) };
}

const none = <K extends string>(names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
const nothing: Tally = { parts: none(parts), flags: none(flags), medianEarlySeconds: null, letDownDays: 0 };

export function groupForStaff({ key, name, ...tally }: Tally & { key: string | null; name: string | null }) {
  return { key, name, ...tallyForStaff(tally) };
}
