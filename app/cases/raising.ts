import { newId } from "#base/id.ts";
import { type Instant, isAfter } from "#base/instant.ts";
import { invalid, type Ruling, yes } from "#base/refusal.ts";
import type { Case } from "./case.ts";

/** What is said when a case is written down. */
export type Raised = Pick<Case, "kind" | "words" | "customerId" | "contactId" | "channel" | "teamId" | "raisedAt"> & {
  subject: string | null;
};

export function newCase(said: Raised, by: { workspaceId: string; memberId: string | null }, now: Instant): Case {
  return {
    ...unlived,
    ...said,
    subject: said.subject ?? subjectOf(said.words),
    workspaceId: by.workspaceId,
    id: newId(),
    recordedAt: now,
    recordedById: by.memberId,
  };
}

export function checkRaised({ raisedAt }: Pick<Raised, "raisedAt">, now: Instant): Ruling {
  return isAfter(raisedAt, now) ? invalid("raised_in_future", "That has not happened yet.", "raised_at") : yes;
}

/** The first line of what was said, where nobody gave it a name. */
export function subjectOf(words: string): string {
  const line =
    words
      .split("\n", 1)[0]
      ?.replaceAll(/\p{Cc}+/gu, " ")
      .trim() ?? "";
  const characters = [...line];
  return characters.length > 100 ? `${characters.slice(0, 99).join("").trimEnd()}…` : line || "…";
}

/** A case to which nothing has happened yet. */
const unlived = {
  version: 1,
  ownerId: null,
  handlerId: null,
  nextOwnerId: null,
  state: "open",
  steps: {},
  doneAt: null,
  doneById: null,
  doneWords: null,
  toldAt: null,
  settledAt: null,
  acknowledgedAt: null,
  firstWordAt: null,
  lastWordAt: null,
  lastMachineWordAt: null,
  lastAskedAt: null,
  chaseCount: 0,
  spokeFirstCount: 0,
  spokeAfterCount: 0,
  statusDueAt: null,
  statusStage: null,
  statusCount: 0,
  statusMissedCount: 0,
  statusByMachineCount: 0,
  waitingReason: null,
  waitingSinceAt: null,
  waitedSeconds: 0,
  statusLeftSeconds: null,
  askedAt: null,
  askCount: 0,
  askAt: null,
  askRangAt: null,
  disputedAt: null,
  reopenedAt: null,
  reopenedCount: 0,
  escalatedAt: null,
  escalatedToId: null,
  escalatedBy: null,
  causeId: null,
  snoozedUntilAt: null,
  pulsedAt: null,
  nextRingAt: null,
  rangAt: null,
  ringCount: 0,
} as const;
