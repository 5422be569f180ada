/** How this business wants its word kept: the figures that the rules of promises leave open. */
export type Policy = {
  /** Is a bare estimate working time, or time on any clock? */
  estimateIn: "working" | "clock";
  /** Rings to one member that are due so close together go out as one mail. */
  ringBundleSeconds: number;
  /** A move is told in time when this share of the span was left, at most so many working days. */
  usefulNoticeShare: number;
  usefulNoticeMaxWorkingDays: number;
  ringLeadMaxWorkingDays: number;
  voidWithinSeconds: number;
  contradictWithinWorkingDays: number;
  verdictWithinDays: number;
  askForVerdict: boolean;
  /** May the machine write to a customer when nobody answers a second ring? */
  holdingMessage: boolean;
  /** What rings a phone waits while it is night where the customer lives. */
  quietFrom: string;
  quietUntil: string;
  questionsPerDay: number;
  questionsPerMonth: number;
  /** After so many unanswered questions none for so many days. */
  questionSilences: number;
  questionSilenceDays: number;
  linkDays: number;
  /** The odds with which a quoted due should be met. */
  odds: number;
  showMemberFiguresFromTeamOf: number;
  /** After so many days what was kept or broken weighs half in the one figure. */
  evidenceHalfLifeDays: number;
  /** By when a person writes to whoever raised something, in staffed time, and so much later for each that waits before it. */
  caseFirstWordSeconds: number;
  caseQueueSeconds: number;
  /** How often a customer hears how their open case stands. */
  caseStatusSeconds: number;
  /** May the machine send the word that is due, rather than let silence pass? May a dated step stand in for it? */
  caseStatusByMachine: boolean;
  casePlanStandsIn: boolean;
  /** After so long without an owner the next person is rung. */
  caseUnownedRingSeconds: number;
  /** Whether they are satisfied is asked so long after they were told, so often, the last time by a person. */
  caseAskAfterWorkingDays: number;
  caseAsks: number;
  /** Own kinds of promises, beside the built-in ones. */
  kinds: readonly string[];
};

export const defaultPolicy: Policy = {
  estimateIn: "working",
  ringBundleSeconds: 600,
  usefulNoticeShare: 0.25,
  usefulNoticeMaxWorkingDays: 1,
  ringLeadMaxWorkingDays: 2,
  voidWithinSeconds: 600,
  contradictWithinWorkingDays: 5,
  verdictWithinDays: 30,
  askForVerdict: true,
  holdingMessage: false,
  quietFrom: "21:00",
  quietUntil: "08:00",
  questionsPerDay: 1,
  questionsPerMonth: 3,
  questionSilences: 2,
  questionSilenceDays: 90,
  linkDays: 180,
  odds: 0.95,
  showMemberFiguresFromTeamOf: 5,
  evidenceHalfLifeDays: 365,
  caseFirstWordSeconds: 7200,
  caseQueueSeconds: 600,
  caseStatusSeconds: 86_400,
  caseStatusByMachine: false,
  casePlanStandsIn: false,
  caseUnownedRingSeconds: 900,
  caseAskAfterWorkingDays: 2,
  caseAsks: 3,
  kinds: [],
};

/** For whom a setting is overridden, the widest first: what stands for a customer beats what stands for their tier. */
export const policyScopes = ["workspace", "tier", "kind", "customer"] as const;
export type PolicyScope = (typeof policyScopes)[number];

/** Some settings as they are for one tier, kind or customer; for the workspace itself the name is empty. */
export type PolicyOverride = { scope: PolicyScope; name: string; settings: Partial<Policy>; version: number };

/** The policy where all of these overrides apply: the defaults, then the workspace's, its tier's, kind's, customer's. */
export function policyOf(overrides: readonly PolicyOverride[]): Policy {
  const nearestLast = overrides.toSorted((a, b) => policyScopes.indexOf(a.scope) - policyScopes.indexOf(b.scope));
  return Object.assign({}, defaultPolicy, ...nearestLast.map(({ settings }) => settings));
}

/** Does an override stand for a promise of this kind, to this customer, who is of this tier? */
export function standsFor(whom: { kind: string; tier: string | null; customerId: string | null }) {
  const names = { workspace: "", tier: whom.tier, kind: whom.kind, customer: whom.customerId };
  return ({ scope, name }: Pick<PolicyOverride, "scope" | "name">): boolean => names[scope] === name;
}

/** Kinds of promises that every workspace has. */
export const builtInKinds = [
  "callback",
  "email",
  "update",
  "visit",
  "delivery",
  "fix",
  "feature",
  "price_quote",
  "payment",
  "other",
] as const;

/** Is it a kind of promise in a workspace with this policy? */
export function isKind(kind: string, policy: Pick<Policy, "kinds">): boolean {
  return builtInKinds.some((builtIn) => builtIn === kind) || policy.kinds.includes(kind);
}
