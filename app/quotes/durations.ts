import type { Calendar } from "#base/calendar.ts";
import { earliest, type Instant, latest } from "#base/instant.ts";
import { type PastPromise, startOf } from "./past.ts";
import { clockTimeline, type Timeline, workingTimeline } from "./timeline.ts";

/** How long one promise took, or how long it has been open by now; seconds on a timeline. */
export type Took = { seconds: number; isDone: boolean };

type Unit = "working" | "clock";
type Quoted = { quotedSeconds: number };

/** How many took so long: from `fromSeconds`, not included but for the first, to `untilSeconds`; null is no end. */
export type Bin = { fromSeconds: number; untilSeconds: number | null; done: number; open: number };

const minute = 60;
const hour = 3600;
const day = 24 * hour;
/** As people tell durations apart: minutes, hours, days, weeks. */
const edges = [
  ...[5, 15, 30].map((count) => count * minute),
  ...[1, 2, 4, 8, 16].map((count) => count * hour),
  ...[1, 2, 3, 5, 7, 14, 28, 56, 112, 365].map((count) => count * day),
];

/** What was kept with how long it took, and what is open with how long it has lasted; the rest says nothing of either. */
export function tookOf(promises: readonly PastPromise[], unit: Unit, hours: Calendar, now: Instant): Took[] {
  const timeline = timelineOf(promises, unit, hours, now);
  return promises.flatMap((promise) => {
    const isDone = promise.state === "kept" || promise.state === "kept_late";
    const isOpen = promise.state === "open" && promise.heldUpAt === null;
    const end = isDone && promise.settledAt ? promise.settledAt : now;
    const seconds = (timeline.at(end) - startOf({ timeline }, promise)) / 1000;
    return (isDone || isOpen) && seconds >= 0 ? [{ seconds, isDone }] : [];
  });
}

/** How long a promise was to take when it was made, and how long it took or has lasted by now. */
export function quotedAndTook(promise: PastPromise, unit: Unit, hours: Calendar, now: Instant): Took & Quoted {
  const timeline = timelineOf([promise], unit, hours, latest(now, promise.firstDueAt));
  const from = startOf({ timeline }, promise);
  const end = promise.settledAt ?? now;
  return {
    quotedSeconds: Math.max(0, (timeline.at(promise.firstDueAt) - timeline.at(promise.madeAt)) / 1000),
    seconds: Math.max(0, (timeline.at(end) - from) / 1000),
    isDone: promise.settledAt !== null,
  };
}

function timelineOf(promises: readonly PastPromise[], unit: Unit, hours: Calendar, until: Instant): Timeline {
  const first = earliest(until, ...promises.map(({ madeAt }) => madeAt));
  return unit === "working" ? workingTimeline(hours, first, until) : clockTimeline;
}

/** The same counted into bins, from the first that holds something to the last. */
export function binsOf(took: readonly Took[]): Bin[] {
  const bins = [0, ...edges].map((fromSeconds, n): Bin => {
    const untilSeconds = edges[n] ?? null;
    const within = took.filter(
      ({ seconds }) => (n === 0 || seconds > fromSeconds) && (untilSeconds === null || seconds <= untilSeconds),
    );
    const done = within.filter(({ isDone }) => isDone).length;
    return { fromSeconds, untilSeconds, done, open: within.length - done };
  });
  const filled = bins.map(({ done, open }) => done + open > 0);
  return bins.slice(Math.max(0, filled.indexOf(true)), filled.lastIndexOf(true) + 1);
}
