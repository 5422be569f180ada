import { type Instant, isBefore, latest, plusSeconds } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { askForVerdict } from "./actions-asking.ts";
import { type Deed, note, writeJournal } from "./actions-deed.ts";
import { finish } from "./actions-finish.ts";
import { type OwnerNow, ownerNow, ringMembers } from "./actions-ring-members.ts";
import { takeUpLocked } from "./actions-take-up.ts";
import { tellByMachine } from "./actions-tell.ts";
import { measuredDue, type Promise_, type RingStage } from "./promise.ts";
import { nextRing, ringNow } from "./ring.ts";
import { claimPromise, savePromise } from "./store.ts";
import { ownerOf } from "./store-rings.ts";

/**
 * What the clock does with a promise that is due to ring: claims it by its version, rings whom it must once, and sets
 * the next alarm, all in this transaction. A crash leaves it due; one that another process has is left to it.
 */
export async function ringPromise(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
  now: Instant,
): Promise<void> {
  const claiming = claimPromise(tx, workspaceId, due.id, due.version);
  // In one write with the claim, since nearly all that is due rings its owner.
  const [taken, owner] = await Promise.all([
    takeUpLocked(tx, { workspaceId, by: "machine" }, due.id, claiming, now),
    ownerNow(tx, workspaceId, ownerOf(workspaceId, due.id), now),
  ]);
  if (!taken) return;
  const { deed, promise, isBeingSaid } = taken;
  if (isBeingSaid && !isBefore(now, measuredDue(promise))) {
    // Whether the due passed without a word is known when the customer's server has answered: look again in a second.
    await savePromise(tx, { ...promise, nextRingAt: plusSeconds(now, 1) });
    return writeJournal(deed);
  }
  const stage = ringNow(promise, deed.setting.policy, deed.setting.hours, now);
  if (stage === "ask") return askForVerdict(deed, promise);
  await finish(deed, stage ? await rung(deed, promise, stage, owner) : promise);
}

async function rung(deed: Deed, p: Promise_, stage: Exclude<RingStage, "ask">, owner: OwnerNow): Promise<Promise_> {
  const after: Promise_ = { ...p, ringStage: stage, rangFirstAt: p.rangFirstAt ?? deed.now, ringAnsweredAt: null };
  if (stage === "holding") {
    await hold(deed, p);
    return after;
  }
  // The earliest that was not yet rung: who slept over several says since when.
  const first = nextRing(p, deed.setting.policy, deed.setting.hours)?.at ?? deed.now;
  // But not before the alarm it carried: a policy that was changed since asks for more than anybody knew.
  const plannedAt = latest(first, p.nextRingAt ?? first);
  await ringMembers(deed, p, stage, { plannedAt, owner });
  return after;
}

/** The honest holding message; where the contact cannot be written to, the rings at the due are all there is. */
async function hold(deed: Deed, p: Promise_): Promise<void> {
  try {
    await tellByMachine(deed, p, "holding");
    note(deed, p, "holding message queued");
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
  }
}
