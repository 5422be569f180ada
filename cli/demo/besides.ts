import type { Calendar } from "#base/calendar.ts";
import { type Instant, instantOf, isBefore, plusSeconds, secondsBetween } from "#base/instant.ts";
import { closeOfBusiness, nextCloseOfBusiness, nextOpen } from "#base/working-time.ts";
import type { Business, Work } from "./business.ts";
import type { Chance } from "./chance.ts";
import type { Deed } from "./course.ts";
import { halfYear, type Plan, week } from "./plan.ts";

export type Around = { business: Business; hours: Calendar; now: Instant; chance: Chance };
export type Planned = { plan: Plan; deed: Deed };

const day = 86_400;

/** What stands beside the daily work: promises that wait for a colleague's, what comes every week, word to many at once. */
export function besides(around: Around, plans: Plan[]): Planned[] {
  return [...amongColleagues(around, plans), ...repeated(around), ...together(around)];
}

/** Some work waits for what a colleague promised a little before; and colleagues promise each other other things, too. */
function amongColleagues({ business, chance }: Around, plans: Plan[]): Planned[] {
  const people = [...business.people.keys()].filter((i) => business.people[i]?.role !== "viewer");
  return plans.flatMap((plan) => {
    const isAwaited = secondsBetween(plan.madeAt, plan.dueAt) > day && chance.is(0.08);
    if (!isAwaited && !chance.is(0.015)) return [];
    const helper = chance.oneOf(people.filter((i) => i !== plan.owner));
    const n = plan.n + 10_000;
    if (isAwaited) plan.waitsFor = n;
    const madeAt = plusSeconds(plan.madeAt, -chance.between(30, 600));
    const dueAt = plusSeconds(madeAt, 0.5 * secondsBetween(plan.madeAt, plan.dueAt));
    const doneAt = plusSeconds(madeAt, chance.logNormal(0.25, 0.7) * secondsBetween(plan.madeAt, plan.dueAt));
    const own = { n, work: plain("other"), text: chance.oneOf(business.among), owner: helper, toMember: plan.owner };
    const inner = { ...plan, ...own, madeAt, dueAt, doneAt, opensAt: null, estimateSeconds: null, waitsFor: null };
    return [
      { plan: inner, deed: { at: madeAt, act: { do: "make" } } },
      { plan: inner, deed: { at: doneAt, act: { do: "keep" } } },
    ];
  });
}

/** Most occurrences are kept well before they are due, some in the last hours, and now and then one a little late. */
function repeated({ business, hours, now, chance }: Around): Planned[] {
  return business.repeated.flatMap(({ kind, text, every, client }, i) => {
    const madeAt = nextOpen(hours, plusSeconds(now, (2 - halfYear) * week)) ?? now;
    const firstDueAt = nextCloseOfBusiness(hours, plusSeconds(madeAt, 3 * day));
    const plan = { ...blank, n: 20_000 + i, work: plain(kind), text, client, owner: i, madeAt, dueAt: firstDueAt };
    const dues: Instant[] = [];
    for (let n = 0, due = firstDueAt; isBefore(due, now); n++, due = dueOf(firstDueAt, every, n, hours)) dues.push(due);
    const kept = dues.map((due): Planned => {
      const early = chance.is(0.65) ? -chance.between(2, 3) * day : chance.between(-5, 0.6) * 3600;
      return { plan: plan as Plan, deed: { at: plusSeconds(due, early), act: { do: "keep_occurrence" } } };
    });
    return [{ plan: plan as Plan, deed: { at: madeAt, act: { do: "make_series", every } } }, ...kept];
  });
}

function dueOf(first: Instant, every: "week" | "month", n: number, { timeZone }: Calendar): Instant {
  const at = first.toZonedDateTimeISO(timeZone);
  return instantOf(at.add(every === "week" ? { weeks: n } : { months: n }));
}

/** A few times in the half year one thing is promised to many. */
function together({ business, hours, now, chance }: Around): Planned[] {
  return business.together.flatMap(({ kind, text, days, count }, i) =>
    [5, 14, 22].flatMap((weekOf): Planned[] => {
      const from = plusSeconds(now, (weekOf - halfYear) * week + chance.between(0, 4) * day);
      const madeAt = nextOpen(hours, from) ?? from;
      const dueAt = closeOfBusiness(hours, madeAt.toZonedDateTimeISO(hours.timeZone).toPlainDate().add({ days }));
      const client = 11 + weekOf;
      const own = { n: 30_000 + 100 * i + weekOf, work: plain(kind), text, client, owner: 1, madeAt, dueAt };
      const plan = { ...blank, ...own } as Plan;
      const doneAt = plusSeconds(madeAt, secondsBetween(madeAt, dueAt) * chance.between(0.5, 0.95));
      return [
        { plan, deed: { at: madeAt, act: { do: "make_group", count } } },
        { plan, deed: { at: doneAt, act: { do: "keep_group" } } },
      ];
    }),
  );
}

const blank = {
  opensAt: null,
  guessSeconds: 3600,
  estimateSeconds: null,
  wantedByAt: null,
  isVisible: true,
  via: "said",
  toMember: null,
  waitsFor: null,
};

/** Work of which nothing is known but its kind. */
function plain(kind: string): Work {
  return { kind, texts: [], weight: 0, takes: { median: 3600, spread: 0.5, in: "working" }, via: ["said"] };
}
