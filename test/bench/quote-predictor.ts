import { secondsFor } from "#app/quotes/curve.ts";
import { endWork, foresee, knowsEnough, newHistory, openWork } from "#app/quotes/history.ts";
import type { Work } from "#app/quotes/work.ts";

/** A case as the scorer of durations hands it over: times in milliseconds of a wall clock written as UTC. */
type Case = {
  id: string;
  openedAt: number;
  kind: string;
  subkind: string;
  customer: string;
  owner: string;
  priority: string;
  queue: string;
  channel: string;
  dueAt: number | null;
};

/** The door by which the scorer asks the very code that advises quotes: once per log, with nothing told about the log. */
export function create() {
  const history = newHistory({ hasNights: true });
  return {
    open: (c: Case) => openWork(history, workOf(c)),
    resolve: (c: Case, seconds: number) => endWork(history, c.id, seconds),
    quote(c: Case, shares: number[]): (number | null)[] {
      const curve = foresee(history, workOf(c));
      return shares.map((share) => (knowsEnough(history) ? secondsFor(curve, share) : null));
    },
  };
}

const hourMs = 3_600_000;
const weekMs = 168 * hourMs;
const firstSunday = Date.UTC(1970, 0, 4);

function workOf(c: Case): Work {
  const { dueAt, ...told } = c;
  const inWeek = (((c.openedAt - firstSunday) % weekMs) + weekMs) % weekMs;
  const wantedSeconds = dueAt === null ? null : (dueAt - c.openedAt) / 1000;
  return { ...told, hourOfWeek: inWeek / hourMs, wantedSeconds, estimateSeconds: null };
}
