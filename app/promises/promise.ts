import { type Instant, isAfter, plusSeconds } from "#base/instant.ts";
import { conflict, invalid, type Ruling, yes } from "#base/refusal.ts";

/** A promise is what we said we would do, to whom, by when: its facts, its states, and who may do what with it. */
export const states = ["open", "kept", "kept_late", "not_kept", "released", "declined", "void"] as const;
export type PromiseState = (typeof states)[number];

export const stages = ["first", "second", "holding", "due"] as const;
/** What was last rung for the present due; `ask` is the alarm of a kept one: ask the customer. */
export type RingStage = (typeof stages)[number] | "ask";

/** What we said we would do, to whom, by when. First due never changes; nothing ends as kept by itself. */
export type Promise_ = {
  workspaceId: string;
  id: string;
  version: number;

  audience: "customer" | "internal";
  customerId: string | null;
  contactId: string | null;
  toMemberId: string | null;
  isVisible: boolean;
  isShared: boolean;
  /** Who gave the word; `handlerId` is who does it now; `nextOwnerId` was asked to take it over and has not yet. */
  ownerId: string;
  handlerId: string;
  nextOwnerId: string | null;
  /** Rung beside an owner who has no working hour before the due. */
  coverId: string | null;
  text: string;
  /** What is left to do once part of it was split off as done. */
  rest: string | null;
  kind: string;

  madeAt: Instant;
  madeVia: string;
  recordedAt: Instant;
  recordedById: string;
  isRecordedAfterwards: boolean;
  estimateSeconds: number | null;
  estimateIn: "working" | "clock" | null;
  wantedByAt: Instant | null;
  advisedDueAt: Instant | null;
  /** By which rule that time was advised, and the odds of the first due as they were stated then; null where none were. */
  quoteRule: "modest" | "blended" | "history" | null;
  statedShare: number | null;
  /** With which odds that time was advised, where the history advised it. */
  advisedShare: number | null;
  shortQuoteReason: string | null;

  /** A window opens then; keeping before it is not early. */
  opensAt: Instant | null;
  firstDueAt: Instant;
  /** The latest due that the customer was told. */
  dueAt: Instant;
  /** The older due it is measured against while the customer has said that the new one does not suit them. */
  heldToDueAt: Instant | null;
  /** When the present span began: made, or told of the last move. */
  spanFromAt: Instant;
  /** The due whose passing was decided last, so that each is decided once. */
  passedDueAt: Instant | null;

  state: PromiseState;
  lateAt: Instant | null;
  silentlyLateAt: Instant | null;
  heldLateAt: Instant | null;
  settledAt: Instant | null;
  settledVia: string | null;
  more: string | null;
  isTried: boolean;
  arrivedAt: Instant | null;
  moveCount: number;
  lateMoveCount: number;
  /** The last human word that reached the customer; machines' words are kept apart. */
  lastWordAt: Instant | null;
  lastMachineWordAt: Instant | null;
  seenAt: Instant | null;
  chasedAt: Instant | null;
  chaseCount: number;
  disputedAt: Instant | null;
  reopenedAt: Instant | null;
  needsNewDue: boolean;
  verdict: "yes" | "not_yet" | null;
  verdictAt: Instant | null;
  askedAt: Instant | null;
  /** Held up by the customer since they were told what is missing. */
  heldUpAt: Instant | null;
  heldUpReason: string | null;
  heldUpSeconds: number;

  nextRingAt: Instant | null;
  ringStage: RingStage | null;
  rangFirstAt: Instant | null;
  ringAnsweredAt: Instant | null;

  seriesId: string | null;
  groupId: string | null;
  splitFromId: string | null;
  waitsForId: string | null;
  joinedIntoId: string | null;
  /** The case in which it was promised: a step of its plan, or the first word. */
  caseId: string | null;
};

/** The due it is measured against: the latest told, or the one before it while the customer contests the move. */
export function measuredDue(p: Pick<Promise_, "dueAt" | "heldToDueAt">): Instant {
  return p.heldToDueAt ?? p.dueAt;
}

/** Is it late now? A due is passed only after it: kept on the stroke is kept. */
export function isLate(
  p: Pick<Promise_, "lateAt" | "state" | "heldUpAt" | "dueAt" | "heldToDueAt">,
  now: Instant,
): boolean {
  return p.lateAt !== null || (p.state === "open" && p.heldUpAt === null && isAfter(now, measuredDue(p)));
}

/** May anything still be done to it as an open promise? */
export function mayAct(p: Promise_): Ruling {
  if (p.state === "open") return yes;
  return conflict("promise_settled", "This promise is settled; make a new one, or record the customer's answer.", {
    state: p.state,
  });
}

/** A mistake in recording can be undone while nobody was told or saw it. */
export function mayVoid(p: Promise_, policy: { voidWithinSeconds: number }, wasTold: boolean, now: Instant): Ruling {
  const open = mayAct(p);
  if (open) return open;
  const tooLate = isAfter(now, plusSeconds(p.recordedAt, policy.voidWithinSeconds));
  if (!wasTold && !p.seenAt && !tooLate) return yes;
  const why = wasTold ? "the customer was told" : p.seenAt ? "the customer has seen it" : "the time to undo it is over";
  return conflict(
    "too_late_to_void",
    `It cannot be undone any more: ${why}. Make a correction, which the customer sees.`,
  );
}

/** May the customer's answer still be recorded? Until some days after settling; then the matter rests. */
export function mayAnswer(p: Promise_, policy: { verdictWithinDays: number }, now: Instant): Ruling {
  if (p.state === "void" || p.state === "declined") {
    return conflict("nothing_to_answer", "Nothing was promised here, so there is nothing to answer.");
  }
  if (p.settledAt && isAfter(now, plusSeconds(p.settledAt, policy.verdictWithinDays * 86_400))) {
    return conflict(
      "answer_too_late",
      `An answer could be given for ${policy.verdictWithinDays} days; please write to us.`,
    );
  }
  return yes;
}

const tenYears = 10 * 366 * 86_400;

/** Is this a due that can be promised? After it was made, and within ten years. */
export function checkDue(dueAt: Instant, madeAt: Instant, field = "due_at"): Ruling {
  if (!isAfter(dueAt, madeAt)) {
    return invalid("due_before_made", "The due time must come after the promise was made.", field);
  }
  if (isAfter(dueAt, plusSeconds(madeAt, tenYears))) {
    return invalid("due_too_far", "Nobody can promise more than ten years ahead.", field);
  }
  return yes;
}
