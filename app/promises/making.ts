import type { AdvisedQuote } from "#app/quotes/quote.ts";
import { builtInKinds } from "#app/workspaces/policy.ts";
import { newId } from "#base/id.ts";
import { type Instant, isAfter, isBefore, plusSeconds, secondsBetween } from "#base/instant.ts";
import { demand, invalid, type Ruling, yes } from "#base/refusal.ts";
import { checkDue, type Promise_ } from "./promise.ts";
import { checkEstimate, type Estimate, mayBeSoSoon, modestDue } from "./quote.ts";
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
  /** Is somebody about to say this time? Not what the house makes by itself, nor what was said or done already. */
  isQuoted: boolean;
  shortQuoteReason: string | null;
  /** What the advisor says of it, with the odds of its due; null where it has nothing to say. */
  quote: Pick<AdvisedQuote, "advisedDueAt" | "rule" | "shares" | "odds"> | null;
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
  return mayBeKind(g.kind, own) ?? estimate ?? checkDue(g.dueAt, g.madeAt) ?? mayBeSoSoon(g);
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
    ...quoted(g, s),
    shortQuoteReason: g.shortQuoteReason,
    opensAt: g.opensAt,
    firstDueAt: g.dueAt,
    dueAt: g.dueAt,
    spanFromAt: g.madeAt,
    waitsForId: g.waitsForId,
  };
}

/** What the advisor said when it was made; the modest rule speaks where it had nothing to say. */
function quoted({ quote, estimate, madeAt }: Given, s: Setting) {
  if (quote) {
    const { advisedDueAt, rule: quoteRule, shares } = quote;
    return { advisedDueAt, quoteRule, advisedShare: s.policy.odds, statedShare: shares[0] ?? null };
  }
  const advisedDueAt = estimate && modestDue(estimate, s.hours, madeAt);
  return { advisedDueAt, quoteRule: advisedDueAt && ("modest" as const), advisedShare: null, statedShare: null };
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
  caseId: null,
} as const;
