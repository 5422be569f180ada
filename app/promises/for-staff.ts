import type * as z from "zod/mini";
import { writeDuration } from "#base/duration.ts";
import { iso } from "#base/instant.ts";
import type { moveForStaff, promiseForStaff } from "./answers.ts";
import type { Move } from "./move.ts";
import type { Promise_ } from "./promise.ts";
import type { Warning } from "./warnings.ts";

export type StaffPromise = z.input<typeof promiseForStaff>;

/** A promise as staff read it. What the customer reads is decided elsewhere, and is less. */
export function forStaff(p: Promise_, awaiting: Move | null = null, warnings: Warning[] = []): StaffPromise {
  return {
    id: p.id,
    version: p.version,
    state: p.state,
    audience: p.audience,
    customer_id: p.customerId,
    contact_id: p.contactId,
    to_member_id: p.toMemberId,
    visible: p.isVisible,
    shared: p.isShared,
    owner_id: p.ownerId,
    handler_id: p.handlerId,
    next_owner_id: p.nextOwnerId,
    cover_id: p.coverId,
    text: p.text,
    rest: p.rest,
    kind: p.kind,
    made_at: iso(p.madeAt),
    made_via: p.madeVia,
    recorded_at: iso(p.recordedAt),
    recorded_by_id: p.recordedById,
    recorded_afterwards: p.isRecordedAfterwards,
    estimate:
      p.estimateSeconds && p.estimateIn ? { duration: writeDuration(p.estimateSeconds), in: p.estimateIn } : null,
    wanted_by: iso(p.wantedByAt),
    advised_due_at: iso(p.advisedDueAt),
    quote_rule: p.quoteRule,
    stated_share: p.statedShare,
    short_quote_reason: p.shortQuoteReason,
    opens_at: iso(p.opensAt),
    first_due_at: iso(p.firstDueAt),
    due_at: iso(p.dueAt),
    held_to_due_at: iso(p.heldToDueAt),
    ...outcomeForStaff(p),
    held_up_at: iso(p.heldUpAt),
    held_up_reason: p.heldUpReason,
    held_up_for: writeDuration(p.heldUpSeconds),
    next_ring_at: iso(p.nextRingAt),
    series_id: p.seriesId,
    group_id: p.groupId,
    split_from_id: p.splitFromId,
    waits_for_id: p.waitsForId,
    joined_into_id: p.joinedIntoId,
    case_id: p.caseId,
    awaiting_told: awaiting && moveOut(awaiting),
    warnings: warnings.map((warning) => ({ ...warning, at: iso(warning.at) })),
  };
}

function outcomeForStaff(p: Promise_) {
  return {
    late_at: iso(p.lateAt),
    silently_late_at: iso(p.silentlyLateAt),
    held_late_at: iso(p.heldLateAt),
    settled_at: iso(p.settledAt),
    settled_via: p.settledVia,
    more: p.more,
    tried: p.isTried,
    arrived_at: iso(p.arrivedAt),
    move_count: p.moveCount,
    late_move_count: p.lateMoveCount,
    last_word_at: iso(p.lastWordAt),
    chased_at: iso(p.chasedAt),
    chase_count: p.chaseCount,
    disputed_at: iso(p.disputedAt),
    reopened_at: iso(p.reopenedAt),
    needs_new_due: p.needsNewDue,
    verdict: p.verdict,
    verdict_at: iso(p.verdictAt),
  };
}

export function moveOut(m: Move): z.input<typeof moveForStaff> {
  return {
    id: m.id,
    from_due_at: iso(m.fromDueAt),
    to_due_at: iso(m.toDueAt),
    opens_at: iso(m.opensAt),
    reason: m.reason,
    by_member_id: m.byMemberId,
    asked_at: iso(m.askedAt),
    told_at: iso(m.toldAt),
    notice: m.notice,
    accepted_at: iso(m.acceptedAt),
    contested_at: iso(m.contestedAt),
    contest_words: m.contestWords,
    undone_at: iso(m.undoneAt),
  };
}
