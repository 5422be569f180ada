import { tradeNamed } from "#app/workspaces/trades.ts";
import { type Calendar, checkCalendar } from "#base/calendar.ts";
import { type Instant, isAfter, latest, plusSeconds } from "#base/instant.ts";
import { roundOutwards } from "#base/rounding.ts";
import { addWorkingTime, isOpen, lastOpen, workingDaySeconds, workingTimeBetween } from "#base/working-time.ts";
import type { Business, Client, Work } from "./business.ts";
import { type Chance, chanceOf } from "./chance.ts";

/** One promise as it will be made: by whom, to whom, what is said, and when it will really be done if nothing comes up. */
export type Plan = {
  n: number;
  work: Work;
  text: string;
  /** Places in the lists of the business. */
  client: number;
  owner: number;
  madeAt: Instant;
  opensAt: Instant | null;
  dueAt: Instant;
  doneAt: Instant;
  /** How long they think it takes, and whether they say so. */
  guessSeconds: number;
  estimateSeconds: number | null;
  wantedByAt: Instant | null;
  isVisible: boolean;
  via: string;
  /** A colleague to whom it is promised instead of a client; and the plan for which it waits. */
  toMember: number | null;
  waitsFor: number | null;
};

/** The places of a client whose address is nobody's any more, and of one who has none. */
export const movedAway = 15;
export const unreachable = 20;

/** In weeks. */
export const halfYear = 26;
export const week = 7 * 86_400;

/** When they are open: as is usual in the trade. */
export function hoursOf({ timeZone, trade }: Business): Calendar {
  return checkCalendar({ timeZone, week: tradeNamed(trade).week, days: [] });
}

type Wanted = { seed: number; count: number; hours: Calendar; now: Instant; weeks?: number };

/** The weeks up to `now`, in the order in which their promises are made: quiet ones, usual ones, and storms. */
export function plansOf(business: Business, { seed, count, hours, now, weeks = halfYear }: Wanted): Plan[] {
  const weather = chanceOf(seed, business.name, "weather");
  const loads = Array.from({ length: weeks }, () => (weather.is(0.15) ? 1.8 : weather.between(0.6, 1.1)));
  const whole = loads.reduce((sum, load) => sum + load, 0);
  const made = loads.flatMap((load, i) => {
    const from = plusSeconds(now, (i - weeks) * week);
    const chance = chanceOf(seed, business.name, "week", i);
    return Array.from({ length: Math.round((count * load) / whole) }, () => ({
      madeAt: sometime(business, hours, from, chance),
      load,
    }));
  });
  return made
    .toSorted((a, b) => a.madeAt.epochMilliseconds - b.madeAt.epochMilliseconds)
    .map(({ madeAt, load }, n) => planned(business, hours, { n, madeAt, load }, chanceOf(seed, business.name, n)));
}

/** An instant of that week while they are open, on busy days more often. */
function sometime({ busy }: Business, hours: Calendar, from: Instant, chance: Chance): Instant {
  const open = workingTimeBetween(hours, from, plusSeconds(from, week));
  const busiest = Math.max(...busy);
  for (;;) {
    const at = addWorkingTime(hours, from, chance.next() * open) ?? from;
    const day = at.toZonedDateTimeISO(hours.timeZone).dayOfWeek;
    if (chance.next() * busiest < (busy[day - 1] ?? 0)) return at;
  }
}

function planned(
  business: Business,
  hours: Calendar,
  { n, madeAt, load }: { n: number; madeAt: Instant; load: number },
  chance: Chance,
): Plan {
  const work = chance.weighted(business.works, ({ weight }) => weight);
  const client = chance.weighted([...business.clients.keys()], (i) => fondnessOf(work, business.clients[i], i));
  const owner = chance.weighted([...business.people.keys()], (i) => shareOf(business, i));
  const { takes } = work;
  const pace = (business.people[owner]?.pace ?? 1) * Math.sqrt(load);
  const seconds = chance.logNormal(takes.median * pace, takes.spread);
  // Who promises has the usual case in mind, and adds to it more or less.
  const said = Math.max(180, takes.median * chance.logNormal(2.3, 0.3));
  const guessSeconds = roundedMinutes(said / 2);
  const after = (from: Instant, length: number) =>
    (takes.in === "working" ? addWorkingTime(hours, from, length) : null) ?? plusSeconds(from, length);
  const times = work.window
    ? windowOf(work.window, hours, madeAt, seconds, chance)
    : { opensAt: null, dueAt: roundOutwards(after(madeAt, said), madeAt, hours), doneAt: after(madeAt, seconds) };
  return {
    n,
    work,
    text: textOf(business, work, business.clients[client], chance),
    client,
    owner,
    madeAt,
    ...times,
    guessSeconds,
    estimateSeconds: chance.is(0.12) && !work.window ? guessSeconds : null,
    wantedByAt: chance.is(0.12) ? plusSeconds(madeAt, said * chance.between(0.4, 1.5)) : null,
    isVisible: !chance.is(0.04),
    via: chance.oneOf(work.via),
    toMember: null,
    waitsFor: null,
  };
}

function windowOf(
  window: { hours: number; days: number },
  hours: Calendar,
  madeAt: Instant,
  late: number,
  chance: Chance,
) {
  const ahead = chance.between(0.4, window.days) * workingDaySeconds(hours);
  const from = roundOutwards(addWorkingTime(hours, madeAt, ahead) ?? madeAt, plusSeconds(madeAt, -86_400), hours);
  const until = plusSeconds(from, window.hours * 3600);
  const dueAt = isOpen(hours, until) ? until : latest(lastOpen(hours, until) ?? until, plusSeconds(madeAt, 3600));
  const opensAt = plusSeconds(dueAt, -window.hours * 3600);
  const isAhead = isAfter(opensAt, madeAt);
  return { opensAt: isAhead ? opensAt : null, dueAt, doneAt: plusSeconds(isAhead ? opensAt : madeAt, late) };
}

/** Some come every week, some twice a year; whoever has no name is served in person, and one has moved away. */
function fondnessOf(work: Work, client: Client | undefined, place: number): number {
  if (place === movedAway) return 0;
  if (client?.isStandIn) return work.via.includes("in_person") && work.takes.in === "clock" ? 3 : 0;
  return 0.3 + ((place * 7) % 11) / 5;
}

function shareOf({ people }: Business, place: number): number {
  if (people[place]?.role === "viewer") return 0;
  return place === 0 ? 0.7 : 1;
}

export function textOf({ fills }: Business, work: Work, client: Client | undefined, chance: Chance): string {
  const texts = client?.language === "de" && work.german ? work.german : work.texts;
  const text = chance.oneOf(texts).replace(/\{(\w+)\}/g, (_, name: string) => chance.oneOf(fills[name] ?? [name]));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function roundedMinutes(seconds: number): number {
  const step = seconds > 7200 ? 1800 : seconds > 1800 ? 900 : 60;
  return Math.max(step, Math.round(seconds / step) * step);
}
