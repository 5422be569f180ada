import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#base/instant.ts";
import { isLow, mayPulse } from "./pulse.ts";

const settledAt = instant("2026-11-02T09:00:00Z");
const over = { state: "satisfied", settledAt, pulsedAt: null } as const;

test("how it was is said once for each end of a case, within a month of it", () => {
  const soon = instant("2026-11-03T09:00:00Z");
  assert.equal(mayPulse(over, soon), null);
  assert.equal(mayPulse({ ...over, state: "unconfirmed" }, soon), null);
  assert.equal(mayPulse({ ...over, pulsedAt: instant("2026-10-01T09:00:00Z") }, soon), null);
  assert.equal(mayPulse({ ...over, pulsedAt: soon }, soon)?.code, "pulse_taken");
  assert.equal(mayPulse(over, instant("2026-12-03T09:00:00Z"))?.code, "no_pulse_now");
  for (const state of ["open", "told", "void"] as const) {
    assert.equal(mayPulse({ ...over, state }, soon)?.code, "no_pulse_now");
  }
});

test("what was worse than expected and a bad feeling are each cause for a talk", () => {
  assert.ok(isLow({ expected: "worse", feeling: 5 }));
  assert.ok(isLow({ expected: "better", feeling: 2 }));
  assert.ok(!isLow({ expected: "as", feeling: 3 }));
  assert.ok(!isLow({ expected: "as", feeling: null }));
});
