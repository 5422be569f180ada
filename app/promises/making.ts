import { builtInKinds } from "#app/workspaces/policy.ts";
import type { Calendar } from "#base/calendar.ts";
import { newId } from "#base/id.ts";
import { type Instant, isAfter, isBefore, plusSeconds, secondsBetween } from "#base/instant.ts";
import { demand, invalid, type Ruling, yes } from "#base/refusal.ts";
import { isOpen, lastOpen, workingTimeBetween } from "#base/working-time.ts";
import { checkDue, type Promise_ } from "./promise.ts";
import { checkEstimate, type Estimate, modestDue } from "./quote.ts";
import type { Setting } from "./setting.ts";

/** What a member says when they record a promise, with its time already exact. */
export type Given = {
  customerId: string | null;
  contactId: string | null;
  toMemberId: string | null;
  text: string;
  kind: string;
  dueAt: Instant;
  opensAt: Instant | null;
  estimate: Estimate | null;
  wantedByAt: Instant | null;
  ownerId: string;
  handlerId: string;
  coverId: string | null;
  madeAt: Instant;
  madeVia: string;
  isVisible: boolean;
  isShared: boolean;
  waitsForId: string | null;
  shortQuoteReason: string | null;
};

/** May this be promised? Made in the past or now, due after that, to somebody, by an estimate that can be one. */
export function mayMake(g: Given, own: readonly string[], now: Instant): Ruling {
  if ((g.customerId === null) === (g.toMemberId === null)) {
    return invalid("to_whom", "Say to whom: a customer, or a colleague.", "customer_id");
  }
  if (isAfter(g.madeAt, now)) return invalid("made_in_future", "It cannot have been made in the future.", "made_at");
  if (g.opensAt && !isBefore(g.opensAt, g.dueAt)) {
    return invalid("bad_window", "A window opens before it is due.", "opens_at");
  }
  const estimate = g.estimate ? checkEstimate(g.estimate.seconds) : yes;
  return mayBeKind(g.kind, own) ?? estimate ?? checkDue(g.dueAt, g.madeAt);
}

/** Is there such a kind here? The built-in ones, and the workspace's `own`. */
export function mayBeKind(kind: string, own: readonly string[]): Ruling {
  const known: readonly string[] = [...builtInKinds, ...own];
  if (known.includes(kind)) return yes;
  return invalid("unknown_kind", `There is no kind "${kind}". Use one of: ${known.join(", ")}.`, "kind");
}

/** The new promise. Written down in the last tenth of its span, or after it, it stands outside all rates. */
export function newPromise(
  g: Given,
  s: Setting,
  by: { workspaceId: string; memberId: string },
  now: Instant,
): Promise_ {
  demand(mayMake(g, s.policy.kinds, now));
  const span = secondsBetween(g.madeAt, g.dueAt);
  return {
    ...unlived,
    workspaceId: by.workspaceId,
    id: newId(),
    audience: g.customerId ? "customer" : "internal",
    customerId: g.customerId,
    contactId: g.contactId,
    toMemberId: g.toMemberId,
    isVisible: g.customerId !== null && g.isVisible,
    isShared: g.isShared,
    ownerId: g.ownerId,
    handlerId: g.handlerId,
    coverId: g.coverId,
    text: g.text,
    kind: g.kind,
    madeAt: g.madeAt,
    madeVia: g.madeVia,
    recordedAt: now,
    recordedById: by.memberId,
    isRecordedAfterwards: isAfter(now, plusSeconds(g.madeAt, 0.9 * span)),
    estimateSeconds: g.estimate?.seconds ?? null,
    estimateIn: g.estimate?.in ?? null,
    wantedByAt: g.wantedByAt,
    advisedDueAt: g.estimate && modestDue(g.estimate, s.hours, g.madeAt),
    shortQuoteReason: g.shortQuoteReason,
    opensAt: g.opensAt,
    firstDueAt: g.dueAt,
    dueAt: g.dueAt,
    spanFromAt: g.madeAt,
    waitsForId: g.waitsForId,
  };
}

export type Warning = { code: string; sentence: string };

/** What the member should know before the customer does; a warning stops nothing. */
export function warningsOf(p: Promise_, s: Setting, now: Instant): Warning[] {
  const warnings: Warning[] = [];
  if (p.state !== "open") return warnings;
  if (p.advisedDueAt && isBefore(p.firstDueAt, p.advisedDueAt)) {
    warnings.push({ code: "shorter_than_advised", sentence: `The modest quote would be ${p.advisedDueAt}.` });
  }
  if (
    !isOpen(s.houseHours, p.dueAt) &&
    lastOpen(s.houseHours, p.dueAt)?.epochMilliseconds !== p.dueAt.epochMilliseconds
  ) {
    const before = lastOpen(s.houseHours, p.dueAt);
    const offer = before && isAfter(before, now) ? ` The last open time before is ${before}.` : "";
    warnings.push({ code: "closed_at_due", sentence: `We are closed at that time.${offer}` });
  }
  if (needsCover(p, s.hours, now)) {
    const rung = p.coverId ? "the cover is rung as well" : "name a cover if somebody else can see to it";
    warnings.push({ code: "owner_away", sentence: `The owner has no working hour before the due; ${rung}.` });
  }
  return warnings;
}

/** Has the owner no working hour left before the due? */
export function needsCover(p: Pick<Promise_, "dueAt">, hours: Calendar, now: Instant): boolean {
  return isAfter(p.dueAt, now) && workingTimeBetween(hours, now, p.dueAt) === 0;
}

/** A promise to which nothing has happened yet. */
const unlived = {
  version: 1,
  nextOwnerId: null,
  rest: null,
  heldToDueAt: null,
  passedDueAt: null,
  state: "open",
  lateAt: null,
  silentlyLateAt: null,
  heldLateAt: null,
  settledAt: null,
  settledVia: null,
  more: null,
  isTried: false,
  arrivedAt: null,
  moveCount: 0,
  lateMoveCount: 0,
  lastWordAt: null,
  lastMachineWordAt: null,
  seenAt: null,
  chasedAt: null,
  chaseCount: 0,
  disputedAt: null,
  reopenedAt: null,
  needsNewDue: false,
  verdict: null,
  verdictAt: null,
  askedAt: null,
  heldUpAt: null,
  heldUpReason: null,
  heldUpSeconds: 0,
  nextRingAt: null,
  ringStage: null,
  rangFirstAt: null,
  ringAnsweredAt: null,
  seriesId: null,
  groupId: null,
  splitFromId: null,
  joinedIntoId: null,
} as const;
