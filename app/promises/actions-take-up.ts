import type { By } from "#app/journal/entry.ts";
import { type Instant, isAfter } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { catchUp, type Deed } from "./actions-deed.ts";
import { hear } from "./actions-hear.ts";
import type { Promise_ } from "./promise.ts";
import { findForUpdate } from "./store.ts";
import { settingOf } from "./store-setting.ts";
import { unheardOf } from "./store-tellings.ts";

/** Locks the promise, hears what its customer's server has accepted meanwhile, and catches up with the time. */
export async function takeUp(
  tx: Tx,
  by: { workspaceId: string; by: By },
  id: string,
  now: Instant,
): Promise<{ deed: Deed; promise: Promise_ }> {
  return takeUpLocked(tx, by, id, findForUpdate(tx, by.workspaceId, id), now);
}

type TakenUp = { deed: Deed; promise: Promise_; isBeingSaid: boolean };

/** As takeUp, of a promise that is locked already or being locked: what stands around it is asked for in the same write. */
export async function takeUpLocked<Found extends Promise_ | null>(
  tx: Tx,
  { workspaceId, by }: { workspaceId: string; by: By },
  id: string,
  locking: Promise<Found>,
  now: Instant,
): Promise<TakenUp | Extract<Found, null>> {
  const [found, setting, unheard] = await Promise.all([
    locking,
    settingOf(tx, workspaceId, { promiseId: id }),
    unheardOf(tx, workspaceId, id),
  ]);
  if (!found) return null as Extract<Found, null>;
  const deed: Deed = { tx, workspaceId, by, now, setting, entries: [], before: found };
  let promise: Promise_ = found;
  for (const telling of unheard) {
    if (telling.acceptedAt) promise = await hear(deed, promise, telling, telling.acceptedAt);
  }
  // While the server may be accepting a word this very moment, whether the due passed without one is not yet known.
  const isBeingSaid = unheard.some(
    ({ acceptedAt, leasedUntilAt }) => acceptedAt === null && leasedUntilAt !== null && isAfter(leasedUntilAt, now),
  );
  return { deed, promise: isBeingSaid ? promise : catchUp(deed, promise), isBeingSaid };
}
