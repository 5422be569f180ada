import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Promise_ } from "#app/promises/promise.ts";
import { newId } from "#base/id.ts";
import { plusSeconds } from "#base/instant.ts";
import { anyPromise, later, monday, plainPromise } from "#test/harness/any-promise.ts";
import { flagsOf, outsideParts, partOf, parts, ratedParts } from "./outcome.ts";

const any = anyPromise({ workspaceId: newId(), customerIds: [newId()], memberIds: [newId()] });
const hour = 3600;

describe("a promise in the record", () => {
  const due = plusSeconds(monday, 4 * hour);
  const plain = plainPromise;
  const kept = (hours: number, change: Partial<Promise_> = {}): Promise_ => ({
    ...plain,
    state: "kept",
    settledAt: plusSeconds(monday, hours * hour),
    ...change,
  });
  const toSix = { dueAt: plusSeconds(monday, 6 * hour), moveCount: 1 };

  test("kept on the stroke of its first due is kept as first promised, even after a late move", () => {
    assert.equal(partOf(kept(4)), "kept_as_first_promised");
    assert.equal(partOf(kept(3, { ...toSix, lateMoveCount: 1 })), "kept_as_first_promised");
  });

  test("kept after its first due is kept as moved in time only when every move was told in time", () => {
    assert.equal(partOf(kept(5, toSix)), "kept_as_moved_in_time");
    assert.equal(partOf(kept(5, { ...toSix, lateMoveCount: 1 })), "late");
    assert.equal(partOf(kept(5, { state: "kept_late" })), "late");
  });

  test("held up by the customer, its first due counts from later by as long as the clock stood", () => {
    const heldUp = { heldUpSeconds: 2 * hour, dueAt: plusSeconds(due, 2 * hour) };
    assert.equal(partOf(kept(6, heldUp)), "kept_as_first_promised");
  });

  test("recorded afterwards, declined or void it stands outside the rates; internal ones never show", () => {
    assert.equal(partOf(kept(1, { isRecordedAfterwards: true })), "recorded_afterwards");
    assert.equal(partOf(kept(1, { state: "declined" })), "declined");
    assert.equal(partOf(kept(1, { isVisible: false })), "hidden");
    assert.equal(partOf(kept(1, { audience: "internal", isVisible: false })), null);
  });

  test("an open one is late and silently so from its due on, though no clock has run", () => {
    assert.deepEqual(flagsOf(plain, due), []);
    const after = flagsOf(plain, plusSeconds(due, 1));
    assert.deepEqual(after, ["past_due", "open_late", "moved_or_past_due", "silently_late", "let_down"]);
    const told = flagsOf({ ...plain, lastWordAt: plusSeconds(due, -600) }, plusSeconds(due, 1));
    assert.deepEqual(told, ["past_due", "open_late", "moved_or_past_due", "told_before_due"]);
    const held = flagsOf({ ...plain, lastMachineWordAt: plusSeconds(due, -600) }, plusSeconds(due, 1));
    assert.deepEqual(held, ["past_due", "open_late", "moved_or_past_due", "held_late"]);
  });

  test("early means that a tenth of the span was left before its first due", () => {
    assert.deepEqual(flagsOf(kept(3), later), ["early"]);
    assert.deepEqual(flagsOf(kept(3.7), later), []);
  });
});

test("every promise to a customer is in exactly one part, and has flags only within the rates", () => {
  fc.assert(
    fc.property(any, (promise) => {
      const part = partOf(promise);
      assert.equal(part === null, promise.audience === "internal");
      if (part === null) return;
      assert.ok(parts.includes(part));
      const isOutside = part === "hidden" || outsideParts.some((outside) => outside === part);
      assert.notEqual(
        isOutside,
        ratedParts.some((rated) => rated === part),
      );
      if (isOutside) assert.deepEqual(flagsOf(promise, later), []);
    }),
    { numRuns: 500 },
  );
});
