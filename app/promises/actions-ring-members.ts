import { coverAt, type MemberId } from "#app/members/store-absences.ts";
import { managersOf } from "#app/members/store-teams.ts";
import { leavesAt } from "#app/messages/quiet.ts";
import { newId } from "#base/id.ts";
import { type Instant, isBefore, latest, plusSeconds, wholeSecond } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Deed, note } from "./actions-deed.ts";
import { measuredDue, type Promise_ } from "./promise.ts";
import { insertRings, type Ring, type RingMailFacts, ringMailFacts } from "./store-rings.ts";

/** Of an owner who is rung: who stands in for them now, and what decides when their mail may leave. */
export type OwnerNow = { standIn: string | null; mail: RingMailFacts };

export async function ownerNow(tx: Tx, workspaceId: string, owner: MemberId, now: Instant): Promise<OwnerNow> {
  const [standIn, mail] = await Promise.all([
    coverAt(tx, workspaceId, owner, now),
    ringMailFacts(tx, workspaceId, owner),
  ]);
  return { standIn, mail };
}

type Ringing = { plannedAt?: Instant; words?: string | null; owner?: OwnerNow };

/**
 * Rings the members whom this concerns: the owner, who does it now, and whoever covers for them; at the second ring their
 * manager too, who is rung at once for an owner who has left. One row each, with when its mail may leave. What is known of
 * the owner already need not be asked.
 */
export async function ringMembers(
  deed: Deed,
  p: Promise_,
  stage: string,
  { plannedAt = deed.now, words = null, ...known }: Ringing = {},
): Promise<void> {
  const { tx, workspaceId } = deed;
  const owner = known.owner ?? (await ownerNow(tx, workspaceId, p.ownerId, deed.now));
  const members = await concerned(deed, p, stage, owner.standIn);
  const forDueAt = measuredDue(p);
  const rings: Ring[] = [];
  for (const memberId of members) {
    const facts = memberId === p.ownerId ? owner.mail : await ringMailFacts(tx, workspaceId, memberId);
    const mailAt = mailTime(deed, facts, forDueAt);
    const when = { forDueAt, plannedAt, rangAt: deed.now, mailAt };
    rings.push({ ...unanswered, ...when, id: newId(), promiseId: p.id, memberId, stage, words });
  }
  // Not waited for: the journal leaves in the same write, and fails where this fails.
  insertRings(tx, workspaceId, rings).catch(() => undefined);
  const facts = { stage, for_due_at: forDueAt, planned_at: plannedAt, member_ids: members };
  note(deed, p, "owner rung", { facts, forCustomer: false });
}

async function concerned(
  { tx, workspaceId, now, setting }: Deed,
  p: Promise_,
  stage: string,
  standIn: string | null,
): Promise<string[]> {
  const leftId = setting.owner?.hasLeft ? setting.owner.id : null;
  const isManagers = stage === "second" || p.ownerId === leftId;
  const [manager] = isManagers ? await managersOf(tx, workspaceId, p.ownerId, now) : [];
  const all = [p.ownerId, p.handlerId, p.coverId, standIn, manager].filter((id) => id !== null && id !== undefined);
  return [...new Set(all)].filter((id) => id !== leftId);
}

/**
 * At once, unless a mail with rings left a moment ago: then with the next bundle, but not after the due it warns of; and not
 * in the member's quiet hours, unless that due would pass in them. All that rings within one second is looked at together,
 * or each of a thousand rings would have the mail of all looked at.
 */
function mailTime(deed: Deed, { lastAt, quiet }: RingMailFacts, due: Instant): Instant {
  const bundle = lastAt ? latest(deed.now, plusSeconds(lastAt, deed.setting.policy.ringBundleSeconds)) : deed.now;
  const wanted = isBefore(bundle, due) ? bundle : deed.now;
  return wholeSecond(quiet ? latest(deed.now, leavesAt(wanted, quiet, due)) : wanted);
}

const unanswered = { messageId: null, answeredAt: null, answer: null, answeredById: null } as const;
