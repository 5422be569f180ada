import { newId } from "#base/id.ts";
import { type Instant, isAfter, plusSeconds } from "#base/instant.ts";
import { demand } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { makePromise, type Recorded } from "./actions.ts";
import { type Doer, note } from "./actions-deed.ts";
import { finish } from "./actions-finish.ts";
import { hear } from "./actions-hear.ts";
import { takeUp } from "./actions-take-up.ts";
import { tell } from "./actions-tell.ts";
import { type Recording, usual } from "./recording.ts";
import { mustTell, type Telling } from "./telling.ts";

type Wanted = Pick<Recording, "text" | "kind">;

/** One text, one promise and one outcome for each customer. In the order of their ids, as the journal's heads are locked. */
export async function promiseToGroup(
  tx: Tx,
  by: Doer,
  group: Wanted & { customerIds: string[]; due: Recording["due"] },
  now: Instant,
): Promise<{ groupId: string; promises: Recorded[] }> {
  const groupId = newId();
  const promises: Recorded[] = [];
  for (const customerId of [...new Set(group.customerIds)].toSorted()) {
    const said = { ...usual, ...group, customerId, madeAt: now, madeVia: "said", groupId };
    promises.push(await makePromise(tx, by, said, now));
  }
  return { groupId, promises };
}

/**
 * Says no to a request, with a reason: a valid answer, in no rate. It is kept as a promise that was declined at once, so
 * that nothing which was promised can ever be declined afterwards.
 */
export async function declineRequest(
  tx: Tx,
  by: Doer,
  request: Wanted & {
    customerId: string;
    contactId: string | null;
    wantedByAt: Instant | null;
    reason: string;
    telling: Telling | null;
  },
  now: Instant,
): Promise<Recorded> {
  const { reason, telling, ...said } = request;
  // What was never promised has no due; the row needs one, so it is what they wished for, else a day from now.
  const wished = request.wantedByAt && isAfter(request.wantedByAt, now) ? request.wantedByAt : plusSeconds(now, 86_400);
  const due = () => ({ dueAt: wished, opensAt: null });
  const asked = { ...usual, ...said, due, madeAt: now, madeVia: "request" };
  const { promise } = await makePromise(tx, by, asked, now, "request recorded");
  demand(mustTell(promise, telling));
  const { deed, promise: taken } = await takeUp(
    tx,
    { workspaceId: by.workspaceId, by: { memberId: by.memberId } },
    promise.id,
    now,
  );
  const told = await tell(deed, taken, telling, { about: "decline", reason });
  const heard = told?.at ? await hear(deed, taken, told, told.at) : taken;
  note(deed, heard, "request declined", { words: { reason } });
  const declined = await finish(deed, { ...heard, state: "declined", settledAt: now, settledVia: "member" });
  return { promise: declined, warnings: [] };
}
