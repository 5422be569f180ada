import { readCursor } from "#base/cursor.ts";
import { plusSeconds } from "#base/instant.ts";
import { missing, Refusal } from "#base/refusal.ts";
import { caughtUp } from "./lateness.ts";
import { forCustomer, type SeenPromise } from "./page.ts";
import { policyOfKind } from "./page-visit.ts";
import type { Guest } from "./portal-visit.ts";
import type { Promise_ } from "./promise.ts";
import { type Found, foundFor, markSeen } from "./store-page.ts";

const mostOpen = 60;
const mostSettled = 20;
const settledForSeconds = 90 * 86_400;

/** What is on the guest's page: the open ones most urgent first, and what was settled lately, the latest first. */
export async function promisesOf(guest: Guest, after: string | undefined, isReading: boolean) {
  const { tx, visit, now } = guest;
  const since = plusSeconds(now, -settledForSeconds);
  const which = { open: mostOpen + 1, after: cursorOrNone(after), settled: mostSettled, since };
  const found = await foundFor(tx, visit.workspaceId, visit, which);
  const seen = seenBy(guest, found);
  const open = seen.filter(({ state }) => state === "open").toSorted(byUrgency);
  const settled = seen.filter(({ state }) => state !== "open").toSorted(latestFirst);
  if (isReading) await noteSeen(guest, found.promises);
  return { open: open.slice(0, mostOpen), settled, hasMore: open.length > mostOpen };
}

/** One promise of the guest's; one that is not theirs is not there. */
export async function promiseOf(guest: Guest, id: string, isReading: boolean): Promise<SeenPromise> {
  const found = await foundFor(guest.tx, guest.visit.workspaceId, guest.visit, { id });
  const [seen] = seenBy(guest, found);
  if (!seen) throw missing("promise");
  if (isReading) await noteSeen(guest, found.promises);
  return seen;
}

function seenBy({ visit, now }: Guest, { promises, moves, tellings, verdicts, names }: Found): SeenPromise[] {
  const byPromise = <T extends { promiseId: string }>(all: readonly T[]) => {
    const groups = Map.groupBy(all, ({ promiseId }) => promiseId);
    return (id: string) => groups.get(id) ?? [];
  };
  const [movesOf, tellingsOf, verdictsOf] = [byPromise(moves), byPromise(tellings), byPromise(verdicts)];
  const policies = new Map(promises.map(({ kind }) => [kind, policyOfKind(visit, kind)]));
  return promises.flatMap((p) => {
    const beside = { moves: movesOf(p.id), tellings: tellingsOf(p.id), verdicts: verdictsOf(p.id) };
    const policy = policies.get(p.kind) ?? policyOfKind(visit, p.kind);
    return forCustomer(caughtUp(p, now), beside, visit, { names, policy, houseHours: visit.house.hours, now }) ?? [];
  });
}

/** From now on nothing of these can be undone silently. */
async function noteSeen({ tx, visit, now }: Guest, shown: readonly Promise_[]): Promise<void> {
  const unseen = shown.filter(({ seenAt, state }) => seenAt === null && state === "open").map(({ id }) => id);
  if (unseen.length > 0) await markSeen(tx, visit.workspaceId, unseen, now);
}

function byUrgency(a: SeenPromise, b: SeenPromise): number {
  return a.dueAt.epochMilliseconds - b.dueAt.epochMilliseconds || (a.id < b.id ? -1 : 1);
}

function latestFirst(a: SeenPromise, b: SeenPromise): number {
  return (b.settledAt?.epochMilliseconds ?? 0) - (a.settledAt?.epochMilliseconds ?? 0);
}

/** Where the list goes on; an address that was cut off shows it from its beginning. */
function cursorOrNone(after: string | undefined) {
  try {
    return readCursor(after);
  } catch (problem) {
    if (problem instanceof Refusal) return undefined;
    throw problem;
  }
}
