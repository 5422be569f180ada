import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { defaultPolicy, isKind, type PolicyOverride, policyOf, policyScopes } from "./policy.ts";
import { changeSettings, settingsChange, writeSettings } from "./policy-settings.ts";

const override = (scope: PolicyOverride["scope"], settings: PolicyOverride["settings"]): PolicyOverride => {
  return { scope, name: "x", settings, version: 1 };
};

test("with nothing overridden the defaults hold", () => {
  assert.deepEqual(policyOf([]), defaultPolicy);
});

test("what stands for a customer beats their tier, a kind beats a tier, and all beat the workspace", () => {
  const overrides = [
    override("customer", { linkDays: 4 }),
    override("workspace", { linkDays: 1, odds: 0.9, verdictWithinDays: 7 }),
    override("kind", { linkDays: 3, odds: 0.8 }),
    override("tier", { linkDays: 2, odds: 0.7 }),
  ];
  const { linkDays, odds, verdictWithinDays } = policyOf(overrides);
  assert.deepEqual({ linkDays, odds, verdictWithinDays }, { linkDays: 4, odds: 0.8, verdictWithinDays: 7 });
});

test("the order in which overrides were written makes no difference", () => {
  const some = policyScopes.map((scope, n) => override(scope, { linkDays: n + 1 }));
  const orders = fc.shuffledSubarray(some, { minLength: some.length });
  fc.assert(
    fc.property(orders, (shuffled) => assert.equal(policyOf(shuffled).linkDays, 4)),
    { numRuns: 24 },
  );
});

test("every setting can be written at the door, and reads back as it was", () => {
  const written = writeSettings(defaultPolicy);
  assert.equal(written.ring_bundle, "PT10M");
  assert.equal(written.quiet_from, "21:00");
  assert.deepEqual(changeSettings({}, settingsChange.parse(written)), defaultPolicy);
});

test("null takes a setting back, and what is not named stays", () => {
  const before = { linkDays: 30, odds: 0.9 };
  assert.deepEqual(changeSettings(before, { link_days: null }), { odds: 0.9 });
  assert.deepEqual(changeSettings(before, { ask_for_verdict: false }), { ...before, askForVerdict: false });
});

test("settings that no business can mean are refused", () => {
  const wrong = [
    { odds: 2 },
    { ring_bundle: "often" },
    { quiet_from: "25:00" },
    { verdict_within_days: 0.5 },
    { estimate_in: "weeks" },
    { kinds: ["callback"] },
    { kinds: ["Table ready"] },
    { unheard_of: 1 },
  ];
  for (const settings of wrong)
    assert.equal(settingsChange.safeParse(settings).success, false, JSON.stringify(settings));
});

test("a workspace has the built-in kinds and its own", () => {
  const policy = { kinds: ["table_ready"] };
  assert.ok(isKind("callback", policy) && isKind("table_ready", policy));
  assert.ok(!isKind("serenade", policy));
});
