import { readCursor } from "#base/cursor.ts";
import { plusSeconds } from "#base/instant.ts";
import { missing, Refusal } from "#base/refusal.ts";
import { caughtUp } from "./lateness.ts";
import { forCustomer, type Reader, type SeenPromise } from "./page.ts";
import { policyOfKind, type Visit } from "./page-visit.ts";
import type { Guest } from "./portal-visit.ts";
import type { Promise_ } from "./promise.ts";
import { findPromise } from "./store.ts";
import { markSeen, openFor, settledFor } from "./store-page.ts";
import { movesOf, tellingsOf } from "./store-tellings.ts";
import { verdictsOf } from "./store-verdicts.ts";
import { namesOf } from "./store-visit.ts";

const mostOpen = 60;
const mostSettled = 20;
const settledForSeconds = 90 * 86_400;

/** What is on the guest's page, in a number of statements that does not grow with it. */
export async function promisesOf(guest: Guest, after: string | undefined, isReading: boolean) {
  const { tx, visit, now } = guest;
  const { workspaceId } = visit;
  const reader: Reader = visit;
  const found = await openFor(tx, workspaceId, reader, { limit: mostOpen + 1, after: cursorOrNone(after) });
  const open = found.slice(0, mostOpen);
  const since = plusSeconds(now, -settledForSeconds);
  const settled = await settledFor(tx, workspaceId, reader, { since, limit: mostSettled });
  const seen = await seenBy(guest, [...open, ...settled]);
  if (isReading) await noteSeen(guest, open);
  return {
    open: seen.filter(({ state }) => state === "open"),
    settled: seen.filter(({ state }) => state !== "open"),
    hasMore: found.length > mostOpen,
  };
}

/** One promise of the guest's; one that is not theirs is not there. */
export async function promiseOf(guest: Guest, id: string, isReading: boolean): Promise<SeenPromise> {
  const promise = await findPromise(guest.tx, guest.visit.workspaceId, id);
  const [seen] = await seenBy(guest, [promise]);
  if (!seen) throw missing("promise");
  if (isReading) await noteSeen(guest, [promise]);
  return seen;
}

async function seenBy({ tx, visit, now }: Guest, promises: readonly Promise_[]): Promise<SeenPromise[]> {
  if (promises.length === 0) return [];
  const { workspaceId, house } = visit;
  const ids = promises.map(({ id }) => id);
  const moves = Map.groupBy(await movesOf(tx, workspaceId, ids), ({ promiseId }) => promiseId);
  const told = await tellingsOf(tx, workspaceId, ids);
  const tellings = Map.groupBy(told, ({ promiseId }) => promiseId);
  const verdicts = Map.groupBy(await verdictsOf(tx, workspaceId, ids), ({ promiseId }) => promiseId);
  const names = await namesOf(tx, workspaceId, peopleIn(promises, told));
  return promises.flatMap((p) => {
    const beside = {
      moves: moves.get(p.id) ?? [],
      tellings: tellings.get(p.id) ?? [],
      verdicts: verdicts.get(p.id) ?? [],
    };
    const around = { names, policy: policyOfKind(visit, p.kind), houseHours: house.hours, now };
    return forCustomer(caughtUp(p, now), beside, visit, around) ?? [];
  });
}

function peopleIn(promises: readonly Promise_[], tellings: readonly { byMemberId: string | null }[]): string[] {
  const ids = [
    ...promises.flatMap(({ ownerId, contactId }) => [ownerId, contactId]),
    ...tellings.map((t) => t.byMemberId),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}

/** From now on nothing of these can be undone silently. */
async function noteSeen(
  { tx, visit, now }: { tx: Guest["tx"]; visit: Visit; now: Guest["now"] },
  shown: readonly Promise_[],
) {
  const unseen = shown.filter(({ seenAt, state }) => seenAt === null && state === "open").map(({ id }) => id);
  if (unseen.length > 0) await markSeen(tx, visit.workspaceId, unseen, now);
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
