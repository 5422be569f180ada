import type { Channel } from "#app/customers/address.ts";
import type { By } from "#app/journal/entry.ts";
import type { Instant } from "#base/instant.ts";
import { conflict, type Ruling, yes } from "#base/refusal.ts";

/** A case is something that a customer raised, followed through in eight steps until they are satisfied. */
export const kinds = ["question", "request", "complaint", "praise"] as const;
export type CaseKind = (typeof kinds)[number];

/** Told, it waits for the customer's answer; only they make it satisfied, and silence makes it unconfirmed. */
export const states = ["open", "told", "satisfied", "unconfirmed", "void"] as const;
export type CaseState = (typeof states)[number];

export const stepNames = ["owned", "contact", "channel", "fixing", "handed_on", "status", "told", "satisfied"] as const;
export type Step = (typeof stepNames)[number];
/** When each step was taken last, and by whom: the id of a member or a contact, or "machine". */
export type Steps = { readonly [Name in Step]?: { at: string; by: string } };

export type Case = {
  workspaceId: string;
  id: string;
  version: number;

  kind: CaseKind;
  subject: string;
  /** What they said, as they said it. */
  words: string;
  customerId: string;
  contactId: string | null;
  channel: Channel;
  teamId: string | null;
  raisedAt: Instant;
  recordedAt: Instant;
  /** Null for what came by itself. */
  recordedById: string | null;

  /** Once somebody owns it, somebody always does; `handlerId` is who does it now, `nextOwnerId` was asked to take it over. */
  ownerId: string | null;
  handlerId: string | null;
  nextOwnerId: string | null;
  state: CaseState;
  steps: Steps;
  /** Somebody confirmed that it is done, and says what was done. */
  doneAt: Instant | null;
  doneById: string | null;
  doneWords: string | null;
  toldAt: Instant | null;
  settledAt: Instant | null;

  /** The machine's acknowledgement reached them; the first and last word of a person did. */
  acknowledgedAt: Instant | null;
  firstWordAt: Instant | null;
  lastWordAt: Instant | null;
  lastMachineWordAt: Instant | null;
  /** They asked, and how often before we told them; our words before they asked, and after. */
  lastAskedAt: Instant | null;
  chaseCount: number;
  spokeFirstCount: number;
  spokeAfterCount: number;

  /** The next word is due; what was rung for it; how many there were, were missed, and came of the machine. */
  statusDueAt: Instant | null;
  statusStage: "first" | "due" | null;
  statusCount: number;
  statusMissedCount: number;
  statusByMachineCount: number;
  /** Waiting for the customer from when they were told what for; so much of the time to the next word is left. */
  waitingReason: string | null;
  waitingSinceAt: Instant | null;
  waitedSeconds: number;
  statusLeftSeconds: number | null;

  /** Asked whether they are satisfied: last, how often, next; and when a person was rung to ask. */
  askedAt: Instant | null;
  askCount: number;
  askAt: Instant | null;
  askRangAt: Instant | null;
  disputedAt: Instant | null;
  reopenedAt: Instant | null;
  reopenedCount: number;
  escalatedAt: Instant | null;
  escalatedToId: string | null;
  escalatedBy: "customer" | "member" | "ring" | null;
  causeId: string | null;
  snoozedUntilAt: Instant | null;
  /** When they last said how it was beside what they expected. */
  pulsedAt: Instant | null;

  nextRingAt: Instant | null;
  /** When it last rang because nobody owned it, and how often. */
  rangAt: Instant | null;
  ringCount: number;
};

/** The case with a step taken: when, and by whom. */
export function stepped(c: Case, step: Step, at: Instant, by: By | string): Case {
  return { ...c, steps: { ...c.steps, [step]: { at: at.toString(), by: typeof by === "string" ? by : idOf(by) } } };
}

function idOf(by: Exclude<By, "machine">): string {
  return "memberId" in by ? by.memberId : by.contactId;
}

export function isClosed({ state }: Pick<Case, "state">): boolean {
  return state === "satisfied" || state === "unconfirmed" || state === "void";
}

/** May anything still be done to it as an open case? */
export function mayWork(c: Pick<Case, "state">): Ruling {
  if (c.state === "open") return yes;
  const sentence =
    c.state === "told"
      ? "The customer was told that this is done. Reopen it, or record their answer."
      : "This case is closed. Reopen it where the customer says so.";
  return conflict("case_not_open", sentence, { state: c.state });
}

/** May anything be done to it that needs no open case, while it is not closed? */
export function mayAct(c: Pick<Case, "state">): Ruling {
  return isClosed(c) ? mayWork(c) : yes;
}
