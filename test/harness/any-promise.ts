import fc from "fast-check";
import type { Promise_ } from "#app/promises/promise.ts";
import { newId } from "#base/id.ts";
import { type Instant, instant, plusSeconds } from "#base/instant.ts";

type People = { workspaceId: string; customerIds: string[]; memberIds: string[] };

/** The Monday on which the arbitrary promises are made, and the time at which they are looked at. */
export const monday = instant("2026-11-23T09:00:00Z");
export const later = plusSeconds(monday, 2 * 86_400);

/**
 * Any promise that the table would take, likely or not: made within a day of `monday`, in every state, moved, told,
 * late, asked about, held up and opened again in every combination.
 */
export function anyPromise({ workspaceId, customerIds, memberIds }: People): fc.Arbitrary<Promise_> {
  const hours = (from: number, to: number) =>
    fc.integer({ min: from * 60, max: to * 60 }).map((minutes) => minutes * 60);
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { freq: 2 });
  const time = maybe(hours(0, 60));
  return fc
    .record({
      isInternal: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      isVisible: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
      isRecordedAfterwards: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      customerId: fc.constantFrom(...customerIds),
      ownerId: fc.constantFrom(...memberIds),
      kind: fc.constantFrom("callback", "fix", "other"),
      state: fc.constantFrom<Promise_["state"]>(
        "open",
        "open",
        "kept",
        "kept",
        "kept_late",
        "not_kept",
        "released",
        "declined",
        "void",
      ),
      made: hours(0, 24),
      firstSpan: hours(1, 24),
      span: hours(1, 30),
      held: maybe(hours(1, 30)),
      spanFrom: hours(0, 3),
      opens: maybe(fc.constantFrom(1800, 3600)),
      settled: hours(0, 60),
      late: time,
      silent: time,
      heldLate: time,
      word: time,
      machineWord: time,
      rang: time,
      chased: time,
      disputed: time,
      reopened: time,
      heldUp: maybe(hours(0, 40)),
      heldUpSeconds: fc.constantFrom(0, 0, 3600, 5000),
      passed: fc.boolean(),
      moves: fc.constantFrom([0, 0], [0, 0], [1, 0], [1, 1], [2, 1], [3, 0]),
      isTried: fc.boolean(),
    })
    .map((any): Promise_ => {
      const at = (seconds: number | null): Instant | null => (seconds === null ? null : plusSeconds(monday, seconds));
      const madeAt = plusSeconds(monday, any.made);
      const firstDueAt = plusSeconds(madeAt, any.firstSpan);
      const dueAt = plusSeconds(madeAt, any.span);
      const heldToDueAt = any.held === null ? null : plusSeconds(madeAt, any.held);
      const [moveCount = 0, lateMoveCount = 0] = any.moves;
      return {
        ...plainPromise,
        workspaceId,
        id: newId(),
        audience: any.isInternal ? "internal" : "customer",
        customerId: any.isInternal ? null : any.customerId,
        isVisible: any.isVisible && !any.isInternal,
        isRecordedAfterwards: any.isRecordedAfterwards,
        ownerId: any.ownerId,
        handlerId: any.ownerId,
        recordedById: any.ownerId,
        kind: any.kind,
        madeAt,
        recordedAt: madeAt,
        firstDueAt,
        dueAt,
        heldToDueAt,
        spanFromAt: plusSeconds(madeAt, any.spanFrom),
        opensAt: any.opens === null ? null : plusSeconds(dueAt, -any.opens),
        passedDueAt: any.passed ? (heldToDueAt ?? dueAt) : null,
        state: any.state,
        settledAt: any.state === "open" ? null : plusSeconds(madeAt, any.settled),
        lateAt: at(any.late),
        silentlyLateAt: at(any.silent),
        heldLateAt: at(any.heldLate),
        lastWordAt: at(any.word),
        lastMachineWordAt: at(any.machineWord),
        rangFirstAt: at(any.rang),
        chasedAt: at(any.chased),
        chaseCount: any.chased === null ? 0 : 1,
        disputedAt: at(any.disputed),
        reopenedAt: at(any.reopened),
        heldUpAt: any.state === "open" ? at(any.heldUp) : null,
        heldUpSeconds: any.heldUpSeconds,
        moveCount,
        lateMoveCount,
        isTried: any.isTried,
      };
    });
}

/** An open promise to which nothing has happened yet, made on that Monday for that afternoon. */
export const plainPromise: Promise_ = {
  workspaceId: "",
  id: "",
  version: 1,
  audience: "customer",
  customerId: null,
  contactId: null,
  toMemberId: null,
  isVisible: true,
  isShared: false,
  ownerId: "",
  handlerId: "",
  nextOwnerId: null,
  coverId: null,
  text: "call back about the leak",
  rest: null,
  kind: "fix",
  madeAt: monday,
  madeVia: "phone",
  recordedAt: monday,
  recordedById: "",
  isRecordedAfterwards: false,
  estimateSeconds: null,
  estimateIn: null,
  wantedByAt: null,
  advisedDueAt: null,
  quoteRule: null,
  statedShare: null,
  advisedShare: null,
  shortQuoteReason: null,
  opensAt: null,
  firstDueAt: plusSeconds(monday, 4 * 3600),
  dueAt: plusSeconds(monday, 4 * 3600),
  heldToDueAt: null,
  spanFromAt: monday,
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
  waitsForId: null,
  joinedIntoId: null,
  caseId: null,
};
