import { managersOf } from "#app/members/store-teams.ts";
import { newId } from "#base/id.ts";
import { type Instant, isBefore, latest, plusSeconds } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { askForVerdict } from "./actions-asking.ts";
import { type Deed, finish, note } from "./actions-deed.ts";
import { takeUpLocked } from "./actions-take-up.ts";
import { tellByMachine } from "./actions-tell.ts";
import { measuredDue, type Promise_, type RingStage } from "./promise.ts";
import { nextRing, ringNow } from "./ring.ts";
import { claimPromise, savePromise } from "./store.ts";
import { insertRings, lastRingMail, type Ring } from "./store-rings.ts";

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
  const claimed = await claimPromise(tx, workspaceId, due.id, due.version);
  if (!claimed) return;
  const { deed, promise, isBeingSaid } = await takeUpLocked(tx, { workspaceId, by: "machine" }, claimed, now);
  if (isBeingSaid) {
    // Whether the due passed without a word is known when the customer's server has answered: look again in a second.
    await savePromise(tx, { ...promise, nextRingAt: plusSeconds(now, 1) });
    return;
  }
  const stage = ringNow(promise, deed.setting.policy, deed.setting.hours, now);
  if (stage === "ask") return askForVerdict(deed, promise);
  await finish(deed, stage ? await rung(deed, promise, stage) : promise);
}

async function rung(deed: Deed, p: Promise_, stage: Exclude<RingStage, "ask">): Promise<Promise_> {
  const after: Promise_ = { ...p, ringStage: stage, rangFirstAt: p.rangFirstAt ?? deed.now, ringAnsweredAt: null };
  if (stage === "holding") {
    await hold(deed, p);
    return after;
  }
  // The earliest that was not yet rung: who slept over several says since when.
  const plannedAt = nextRing(p, deed.setting.policy, deed.setting.hours)?.at ?? deed.now;
  await ringMembers(deed, p, stage, { plannedAt });
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

/**
 * Rings the members whom this concerns: the owner, who does it now, and the cover; at the second ring their manager too.
 * One row each, with when its mail may leave.
 */
export async function ringMembers(
  deed: Deed,
  p: Promise_,
  stage: string,
  { plannedAt = deed.now, words = null }: { plannedAt?: Instant; words?: string | null } = {},
): Promise<void> {
  const managers = stage === "second" ? await managersOf(deed.tx, deed.workspaceId, p.ownerId, deed.now) : [];
  const members = new Set([p.ownerId, p.handlerId, ...(p.coverId ? [p.coverId] : []), ...managers.slice(0, 1)]);
  const forDueAt = measuredDue(p);
  const rings: Ring[] = [];
  for (const memberId of members) {
    const mailAt = await mailTime(deed, memberId, forDueAt);
    const when = { forDueAt, plannedAt, rangAt: deed.now, mailAt };
    rings.push({ ...unanswered, ...when, id: newId(), promiseId: p.id, memberId, stage, words });
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
