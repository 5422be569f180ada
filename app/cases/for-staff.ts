import type * as z from "zod/mini";
import { writeDuration } from "#base/duration.ts";
import { iso } from "#base/instant.ts";
import type { caseForStaff, mentionOut, saidForStaff, wholeCase } from "./answers.ts";
import type { Around } from "./around.ts";
import { type Case, stepNames } from "./case.ts";
import type { KeptAnswer } from "./closing.ts";
import type { Named } from "./mention.ts";
import type { Pulse } from "./pulse.ts";
import type { Said } from "./said.ts";

/** Where a member is named, as they read it. */
export function mentionForStaff(m: Named): z.input<typeof mentionOut> {
  return {
    id: m.id,
    case_id: m.caseId,
    subject: m.subject,
    customer: { id: m.customerId, name: m.customerName },
    words: m.words ?? "",
    at: m.rangAt.toString(),
  };
}

export type StaffCase = z.input<typeof caseForStaff>;

/** A case as staff read it. What the customer reads is decided elsewhere, and is less. */
export function forStaff(c: Case): StaffCase {
  return {
    id: c.id,
    version: c.version,
    kind: c.kind,
    subject: c.subject,
    words: c.words,
    state: c.state,
    customer_id: c.customerId,
    contact_id: c.contactId,
    channel: c.channel,
    team_id: c.teamId,
    owner_id: c.ownerId,
    handler_id: c.handlerId,
    next_owner_id: c.nextOwnerId,
    raised_at: iso(c.raisedAt),
    recorded_at: iso(c.recordedAt),
    recorded_by_id: c.recordedById,
    steps: stepNames.map((name) => ({ name, at: c.steps[name]?.at ?? null, by: c.steps[name]?.by ?? null })),
    done_at: iso(c.doneAt),
    done_by_id: c.doneById,
    did: c.doneWords,
    told_at: iso(c.toldAt),
    settled_at: iso(c.settledAt),
    ...wordsForStaff(c),
    disputed_at: iso(c.disputedAt),
    reopened_at: iso(c.reopenedAt),
    reopened_count: c.reopenedCount,
    escalated_at: iso(c.escalatedAt),
    escalated_to_id: c.escalatedToId,
    escalated_by: c.escalatedBy,
    cause_id: c.causeId,
    snoozed_until: iso(c.snoozedUntilAt),
    next_ring_at: iso(c.nextRingAt),
  };
}

function wordsForStaff(c: Case) {
  return {
    acknowledged_at: iso(c.acknowledgedAt),
    first_word_at: iso(c.firstWordAt),
    last_word_at: iso(c.lastWordAt),
    chase_count: c.chaseCount,
    spoke_first_count: c.spokeFirstCount,
    spoke_after_count: c.spokeAfterCount,
    status_due_at: iso(c.statusDueAt),
    status_count: c.statusCount,
    status_missed_count: c.statusMissedCount,
    status_by_machine_count: c.statusByMachineCount,
    waiting_reason: c.waitingReason,
    waiting_since_at: iso(c.waitingSinceAt),
    waited_for: writeDuration(c.waitedSeconds),
    asked_at: iso(c.askedAt),
    ask_count: c.askCount,
    ask_at: iso(c.askAt),
  };
}

export function wholeForStaff(
  c: Case,
  { contact }: Pick<Around, "contact">,
  answers: readonly KeptAnswer[],
  pulses: readonly Pulse[],
): z.input<typeof wholeCase> {
  const missing = [
    ...(contact ? [] : (["contact"] as const)),
    ...(contact?.hasAddress ? [] : (["address"] as const)),
    ...(contact?.preferredChannel ? [] : (["preferred_channel"] as const)),
  ];
  return {
    ...forStaff(c),
    missing,
    written_by: contact?.writtenBy ?? null,
    answers: answers.map(({ answer, words, byContactId, byMemberId, at }) => ({
      ...{ answer, words, by_contact_id: byContactId, by_member_id: byMemberId },
      at: iso(at),
    })),
    pulses: pulses.map(({ expected, feeling, words, contactId, at }) => ({
      ...{ expected, feeling, words, contact_id: contactId },
      at: iso(at),
    })),
  };
}

export function saidOut(said: Said): z.input<typeof saidForStaff> {
  const { id, about, direction, author, channel, subject, body, state, problem, quoted, attachments } = said;
  return {
    ...{ id, about, direction, author, channel, subject, body, state, problem, quoted, attachments },
    by_member_id: said.byMemberId,
    contact_id: said.contactId,
    at: iso(said.queuedAt),
    told_at: iso(said.toldAt),
  };
}
