import { type Bearing, type Beliefs, chance, learn, newBearing, newBeliefs } from "./beliefs.ts";
import { type Correction, correctBy, corrected, newCorrection } from "./correcting.ts";
import type { Curve } from "./curve.ts";
import { type Ground, gather, newGround, type Outlook, outlookOf } from "./expecting.ts";
import { edge, stretchCount, stretchOf } from "./stretches.ts";
import type { Work } from "./work.ts";

/**
 * How long work of all sorts really took, learnt as it happens: also from what is still open, which has already
 * outlasted every stretch behind it. Holds no cases but the open ones, and of those at most so many.
 */
export type History = {
  beliefs: Beliefs;
  ground: Ground;
  correction: Correction;
  open: Map<string, Open>;
  openOfOwner: Map<string, number>;
  /** Who is in which stretch, in the order in which they leave it. */
  waiting: Queue[];
  endedCount: number;
  longestSeconds: number;
  bearing: Bearing;
};

type Open = {
  openedAt: number;
  owner: string;
  stretch: number;
  outlook: Outlook;
  /** What would have been quoted; null while nobody would have been told anything. */
  foreseen: Float32Array | null;
  isGone: boolean;
};
type Queue = { line: Open[]; head: number };

const mostOpen = 20_000;
const fewestEnded = 20;

/** `hasNights`: its timeline is the wall's, where nothing is done at night; working time has none. */
export function newHistory({ hasNights }: { hasNights: boolean }): History {
  const beliefs = newBeliefs();
  return {
    beliefs,
    ground: newGround(beliefs, hasNights),
    correction: newCorrection(beliefs),
    open: new Map(),
    openOfOwner: new Map(),
    waiting: Array.from({ length: stretchCount }, () => ({ line: [], head: 0 })),
    endedCount: 0,
    longestSeconds: 0,
    bearing: newBearing(),
  };
}

/** How long this will take, by all that is known at its opening: of what ended, and of what is still open by then. */
export function foresee(history: History, work: Work): Curve {
  outlast(history, work.openedAt);
  const { foreseen, outlook } = lookAt(history, work);
  const told = { foreseen, ofKind: outlook.oddsOfKind };
  return { done: corrected(history.correction, told, history.longestSeconds) };
}

/** The same as the beliefs alone say it, before it is held to what came of earlier forecasts. */
export function foreseeUncorrected(history: History, work: Work): Curve {
  outlast(history, work.openedAt);
  return { done: Float64Array.from(lookAt(history, work).foreseen) };
}

/** Below this nothing is said: "not enough history" is then the truth. */
export function knowsEnough({ endedCount }: History): boolean {
  return endedCount >= fewestEnded;
}

/** Work was opened. What cannot be (twice the same, no time at all) is left out. */
export function openWork(history: History, work: Work): void {
  if (!Number.isFinite(work.openedAt) || history.open.has(work.id)) return;
  outlast(history, work.openedAt);
  const { outlook, foreseen } = lookAt(history, work);
  const { openedAt, owner } = work;
  const told = knowsEnough(history) ? foreseen : null;
  const open: Open = { openedAt, owner, stretch: 0, outlook, foreseen: told, isGone: false };
  history.open.set(work.id, open);
  hold(history, open, 1);
  history.waiting[0]?.line.push(open);
  if (history.open.size > mostOpen) forgetOldest(history);
}

/** Work ended, so many seconds after its opening. Below zero a clock went backwards: then nothing is learnt of it. */
export function endWork(history: History, id: string, tookSeconds: number): void {
  const open = history.open.get(id);
  if (!open) return;
  forgetWork(history, id);
  if (!(tookSeconds >= 0 && Number.isFinite(tookSeconds))) return;
  const last = stretchOf(tookSeconds);
  while (open.stretch < last) learnOf(history, open, false);
  if (open.stretch === last) learnOf(history, open, true);
  history.endedCount++;
  history.longestSeconds = Math.max(history.longestSeconds, tookSeconds);
}

/** It is no longer looked at; what it taught by having been open stays. */
export function forgetWork(history: History, id: string): void {
  const open = history.open.get(id);
  if (!open) return;
  open.isGone = true;
  history.open.delete(id);
  hold(history, open, -1);
}

/** All open work that has outlasted its stretch by now has shown so much. */
function outlast(history: History, now: number): void {
  for (const [stretch, queue] of history.waiting.entries()) {
    const ms = edge(stretch + 1) * 1000;
    for (let first = queue.line[queue.head]; first; first = queue.line[queue.head]) {
      if (!first.isGone && first.openedAt + ms > now) break;
      queue.head++;
      if (first.isGone) continue;
      learnOf(history, first, false);
      history.waiting[stretch + 1]?.line.push(first);
    }
    if (queue.head > 1000 && queue.head * 2 > queue.line.length) {
      queue.line = queue.line.slice(queue.head);
      queue.head = 0;
    }
  }
}

function learnOf(history: History, open: Open, ended: boolean): void {
  gather(history.ground, open.outlook, open.stretch, history.bearing);
  learn(history.beliefs, history.bearing, 0, ended);
  const { foreseen, outlook } = open;
  if (foreseen) correctBy(history.correction, { foreseen, ofKind: outlook.oddsOfKind }, open.stretch, ended);
  open.stretch++;
}

function lookAt(history: History, work: Work): { outlook: Outlook; foreseen: Float32Array } {
  const outlook = outlookOf(history.ground, work, history.openOfOwner.get(work.owner) ?? 0);
  const foreseen = new Float32Array(stretchCount + 1);
  let left = 1;
  for (let stretch = 0; stretch < stretchCount; stretch++) {
    gather(history.ground, outlook, stretch, history.bearing);
    left *= 1 - chance(history.beliefs, history.bearing, 0);
    foreseen[stretch + 1] = 1 - left;
  }
  return { outlook, foreseen };
}

function hold(history: History, { owner, outlook }: Open, by: 1 | -1): void {
  for (const place of outlook.places) place.holders += by;
  const count = (history.openOfOwner.get(owner) ?? 0) + by;
  if (count > 0) history.openOfOwner.set(owner, count);
  else history.openOfOwner.delete(owner);
}

function forgetOldest(history: History): void {
  const [oldest] = history.open.keys();
  if (oldest !== undefined) forgetWork(history, oldest);
}
