import { type Instant, plusSeconds } from "#base/instant.ts";
import { endWork, forgetWork, type History, newHistory, openWork } from "./history.ts";
import { hourOfWeek, type Timeline } from "./timeline.ts";
import type { Work } from "./work.ts";

/** What the advisor needs to know of a promise. */
export type PastPromise = {
  id: string;
  kind: string;
  customerId: string | null;
  ownerId: string;
  state: string;
  madeAt: Instant;
  recordedAt: Instant;
  firstDueAt: Instant;
  wantedByAt: Instant | null;
  estimateSeconds: number | null;
  settledAt: Instant | null;
  heldUpAt: Instant | null;
  heldUpSeconds: number;
};

/** What a workspace's promises have taught, on one timeline, and the latest of each kind that were done. */
export type Past = {
  history: History;
  timeline: Timeline;
  timeZone: string;
  known: Set<string>;
  lately: Map<string, Done[]>;
  latestRecordedAt: Instant | null;
};

/** How long it took, and how long we had said. */
export type Done = { seconds: number; spanSeconds: number };

const mostLately = 250;

export function newPast(timeline: Timeline, timeZone: string): Past {
  const history = newHistory({ hasNights: timeline.hasNights });
  return { history, timeline, timeZone, known: new Set(), lately: new Map(), latestRecordedAt: null };
}

/** What the past is to be told, in the order in which it happened: what is new, and what became of what was open. */
export function happeningsOf(past: Past, promises: readonly PastPromise[]): (() => void)[] {
  const events = promises.flatMap((promise) => [
    ...(past.known.has(promise.id) ? [] : [{ at: startOf(past, promise), rank: 0, tell: () => begin(past, promise) }]),
    ...ending(past, promise),
  ]);
  return events.sort((a, b) => a.at - b.at || a.rank - b.rank).map(({ tell }) => tell);
}

/** A promise as work: asked for now, or made then. */
export function workOf(past: Past, promise: Omit<PastPromise, "state" | "recordedAt" | "firstDueAt">): Work {
  const { id, kind, customerId, ownerId, madeAt, wantedByAt, estimateSeconds } = promise;
  const openedAt = startOf(past, promise);
  return {
    id,
    openedAt,
    hourOfWeek: hourOfWeek(past.timeZone, madeAt),
    kind,
    subkind: "",
    customer: customerId ?? "",
    owner: ownerId,
    priority: "",
    queue: "",
    channel: "",
    wantedSeconds: wantedByAt && (past.timeline.at(wantedByAt) - openedAt) / 1000,
    estimateSeconds,
  };
}

/** Any piece of work of a kind that is made now, whoever it is for. */
export function anyWork(past: Past, kind: string, now: Instant): Work {
  const nobody = { customerId: null, ownerId: "", wantedByAt: null, estimateSeconds: null };
  return workOf(past, { ...nobody, id: "", kind, madeAt: now, settledAt: null, heldUpAt: null, heldUpSeconds: 0 });
}

function begin(past: Past, promise: PastPromise): void {
  past.known.add(promise.id);
  const { recordedAt } = promise;
  const latest = past.latestRecordedAt?.epochMilliseconds ?? Number.NEGATIVE_INFINITY;
  if (recordedAt.epochMilliseconds > latest) past.latestRecordedAt = recordedAt;
  if (promise.state !== "void" && promise.state !== "declined") openWork(past.history, workOf(past, promise));
}

/** While the customer held it up our clock stood still, so it counts as begun that much later. */
export function startOf(
  { timeline }: Pick<Past, "timeline">,
  { madeAt, heldUpSeconds }: Pick<PastPromise, "madeAt" | "heldUpSeconds">,
): number {
  return timeline.at(plusSeconds(madeAt, heldUpSeconds));
}

/** Kept is an ending. Released, not kept, void and held up say only that it was not done until then. */
function ending(past: Past, promise: PastPromise) {
  const stopped = promise.settledAt ?? promise.heldUpAt;
  if (!stopped) return [];
  const at = past.timeline.at(stopped);
  const isDone = promise.state === "kept" || promise.state === "kept_late";
  return [{ at, rank: 1, tell: () => (isDone ? end(past, promise, at) : forgetWork(past.history, promise.id)) }];
}

function end(past: Past, promise: PastPromise, at: number): void {
  if (!past.history.open.has(promise.id)) return;
  const began = startOf(past, promise);
  endWork(past.history, promise.id, (at - began) / 1000);
  const done = { seconds: (at - began) / 1000, spanSeconds: (past.timeline.at(promise.firstDueAt) - began) / 1000 };
  const lately = past.lately.get(promise.kind) ?? [];
  past.lately.set(promise.kind, [...lately, done].slice(-mostLately));
}
