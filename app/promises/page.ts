import type { Policy } from "#app/workspaces/policy.ts";
import type { Calendar } from "#base/calendar.ts";
import { type Instant, isAfter, isSame } from "#base/instant.ts";
import type { Move } from "./move.ts";
import { type Act, actsOf, standingMove } from "./page-acts.ts";
import { type StoryItem, storyOf, type Told, type Verdict } from "./page-story.ts";
import { measuredDue, type Promise_, type PromiseState } from "./promise.ts";
import { earlySeconds } from "./settling.ts";

/** Who reads: a contact with its aliases, of a customer with its own. */
export type Reader = { contactIds: readonly string[]; customerIds: readonly string[] };

/** What was said about one promise, by us and by them. */
export type Beside = { moves: readonly Move[]; tellings: readonly Told[]; verdicts: readonly Verdict[] };

/** What else it takes to show a promise: names of members and contacts, the policy of its kind, the house's hours. */
export type Around = { names: ReadonlyMap<string, string>; policy: Policy; houseHours: Calendar; now: Instant };

/** A promise as the customer sees it. Estimates, rings, notes and reasons for a short quote are ours and not in it. */
export type SeenPromise = {
  id: string;
  text: string;
  /** What is left to do when a part is done. */
  rest: string | null;
  state: PromiseState;
  owner: string;
  /** The contact it was given to, where that is not the reader. */
  givenTo: string | null;
  dueAt: Instant;
  opensAt: Instant | null;
  /** What was said first, where it has changed since. */
  firstDueAt: Instant | null;
  /** The earlier due that counts while they have said that the new one does not suit them. */
  heldToDueAt: Instant | null;
  /** Its due has passed and it is not done. */
  isOverdue: boolean;
  wasLate: boolean;
  /** Opened again: a new due is still to be said. */
  needsNewDue: boolean;
  heldUp: { since: Instant; reason: string | null } | null;
  settledAt: Instant | null;
  earlySeconds: number | null;
  isTried: boolean;
  more: string | null;
  verdict: { answer: "yes" | "not_yet"; at: Instant } | null;
  /** Nobody has asked them and they have not answered: the question stands. */
  isAsked: boolean;
  story: readonly StoryItem[];
  acts: readonly Act[];
};

/**
 * May this reader know of it? Made to their customer and visible, and given to them, to nobody by name, or shared. What
 * was undone before anybody saw it never was.
 */
export function maySee(p: Promise_, { contactIds, customerIds }: Reader): boolean {
  const isTheirs = p.audience === "customer" && p.customerId !== null && customerIds.includes(p.customerId);
  const isUndone = p.state === "void" && p.settledVia !== "correction";
  return isTheirs && p.isVisible && !isUndone && (p.isShared || isGivenTo(p, contactIds));
}

/** The promise as its customer may see it, null when it is not theirs to see. Caught up with the time already. */
export function forCustomer(p: Promise_, beside: Beside, reader: Reader, around: Around): SeenPromise | null {
  if (!maySee(p, reader)) return null;
  const { names, policy, houseHours, now } = around;
  const isGiven = isGivenTo(p, reader.contactIds);
  const nameOf = (id: string | null) => (id === null ? "" : (names.get(id) ?? ""));
  const isOpen = p.state === "open";
  const acts = actsOf(p, standingMove(beside.moves), isGiven, policy, now);
  const may = { contradict: isGiven, days: policy.contradictWithinWorkingDays, houseHours, now };
  // What opened it again was said of the keep before; of the next one they are asked anew.
  const isOfThisKeep = p.verdictAt !== null && !isSame(p.reopenedAt, p.verdictAt);
  const verdict = p.verdict && p.verdictAt && isOfThisKeep ? { answer: p.verdict, at: p.verdictAt } : null;
  return {
    id: p.id,
    text: p.text,
    rest: isOpen ? p.rest : null,
    state: p.state,
    owner: nameOf(p.ownerId),
    givenTo: isGiven ? null : nameOf(p.contactId),
    dueAt: p.dueAt,
    opensAt: p.opensAt,
    firstDueAt: isSame(p.firstDueAt, p.dueAt) ? null : p.firstDueAt,
    heldToDueAt: isOpen ? p.heldToDueAt : null,
    isOverdue: isOpen && p.heldUpAt === null && isAfter(now, measuredDue(p)),
    wasLate: p.lateAt !== null,
    needsNewDue: isOpen && p.needsNewDue,
    heldUp: p.heldUpAt && { since: p.heldUpAt, reason: p.heldUpReason },
    settledAt: p.settledAt,
    earlySeconds: earlySeconds(p),
    isTried: p.isTried,
    more: p.more,
    verdict,
    isAsked: (p.state === "kept" || p.state === "kept_late") && verdict === null && acts.includes("yes"),
    story: storyOf(p, beside, nameOf, may),
    acts,
  };
}

function isGivenTo(p: Promise_, contactIds: readonly string[]): boolean {
  return p.contactId === null || contactIds.includes(p.contactId);
}
