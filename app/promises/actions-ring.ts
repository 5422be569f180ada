import { managersOf } from "#app/members/store-teams.ts";
import { newId } from "#base/id.ts";
import { type Instant, isBefore, latest, plusSeconds } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { queueHolding } from "./actions-holding.ts";
import { askForVerdict } from "./actions-asking.ts";
import { type Deed, finish, note, takeUpLocked } from "./actions-deed.ts";
import { measuredDue, type Promise_, type RingStage } from "./promise.ts";
import { nextRing, ringNow } from "./ring.ts";
import { claimPromise, savePromise } from "./store.ts";
import { insertRings, lastRingMail, type Ring } from "./store-rings.ts";

/**
 * What the clock does with a promise that is due to ring: claims it by its version, rings whom it must once, and sets
 * the next alarm, all in this transaction. A crash leaves it due. False when another process has it.
 */
export async function ringPromise(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
  now: Instant,
): Promise<boolean> {
  const claimed = await claimPromise(tx, workspaceId, due.id, due.version);
  if (!claimed) return false;
  const { deed, promise, isBeingSaid } = await takeUpLocked(tx, { workspaceId, by: "machine" }, claimed, now);
  if (isBeingSaid) {
    await savePromise(tx, { ...promise, nextRingAt: plusSeconds(now, 1) });
    return true;
  }
  const stage = ringNow(promise, deed.setting.policy, deed.setting.hours, now);
  await finish(deed, stage ? await rung(deed, promise, stage) : promise);
  return true;
}

async function rung(deed: Deed, p: Promise_, stage: RingStage): Promise<Promise_> {
  if (stage === "ask") return askForVerdict(deed, p);
  const after: Promise_ = { ...p, ringStage: stage, rangFirstAt: p.rangFirstAt ?? deed.now, ringAnsweredAt: null };
  if (stage === "holding") return queueHolding(deed, after);
  const planned = nextRing(p, deed.setting.policy, deed.setting.hours)?.at ?? deed.now;
  await ringMembers(deed, p, stage, planned);
  return after;
}

type Occasion = Ring["stage"];

/**
 * Rings the members whom this concerns: the owner, who does it now, and the cover; at the second ring their manager too.
 * One row each, with when its mail may leave.
 */
export async function ringMembers(deed: Deed, p: Promise_, stage: Occasion, plannedAt: Instant = deed.now): Promise<void> {
  const managers = stage === "second" ? await managersOf(deed.tx, deed.workspaceId, p.ownerId, deed.now) : [];
  const members = new Set([p.ownerId, p.handlerId, ...(p.coverId ? [p.coverId] : []), ...managers.slice(0, 1)]);
  const forDueAt = measuredDue(p);
  const rings: Ring[] = [];
  for (const memberId of members) {
    const mailAt = await mailTime(deed, memberId, forDueAt);
    rings.push({ ...unanswered, id: newId(), promiseId: p.id, memberId, stage, forDueAt, plannedAt, rangAt: deed.now, mailAt });
  }
  await insertRings(deed.tx, deed.workspaceId, rings);
  const facts = { stage, for_due_at: forDueAt, planned_at: plannedAt, member_ids: [...members] };
  note(deed, p, "owner rung", { facts, forCustomer: false });
}

/** At once, unless a mail with rings left a moment ago: then with the next bundle, but not after the due it warns of. */
async function mailTime(deed: Deed, memberId: string, due: Instant): Promise<Instant> {
  const last = await lastRingMail(deed.tx, deed.workspaceId, memberId);
  const bundle = last ? latest(deed.now, plusSeconds(last, deed.setting.policy.ringBundleSeconds)) : deed.now;
  return isBefore(bundle, due) ? bundle : deed.now;
}

const unanswered = { messageId: null, answeredAt: null, answer: null, answeredById: null } as const;
