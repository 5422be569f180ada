import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultPolicy } from "#app/workspaces/policy.ts";
import { writeSettings } from "#app/workspaces/policy-settings.ts";
import { changeOf, type Edits, savedIn, undoingOf, unreadableIn } from "./policy-edit.ts";
import { groups, measures, readValue, type SettingName, saidOf } from "./policy-list.ts";

const defaults = writeSettings(defaultPolicy);
const standing = { own: { ring_bundle: "PT5M", holding_message: true }, inherited: defaults };

test("every setting stands in one group, but the kinds, which have a page", () => {
  const shown = Object.values(groups).flat();
  assert.deepEqual(shown.toSorted(), Object.keys(measures).toSorted());
  assert.deepEqual([...shown, "kinds"].toSorted(), Object.keys(defaults).toSorted());
});

test("every default is shown in words that say the same again, in both languages", () => {
  for (const name of Object.keys(measures) as SettingName[]) {
    for (const language of ["en", "de"] as const) {
      const typed = saidOf(name, defaults[name], language);
      assert.deepEqual(changeOf({ [name]: typed }, { own: {}, inherited: defaults }), {}, `${name}: ${typed}`);
      assert.notEqual(readValue(name, typed), null);
    }
  }
});

const changes: [string, Edits, object][] = [
  ["what was typed otherwise", { ring_bundle: "20 min", link_days: "180 days" }, { ring_bundle: "PT1200S" }],
  ["nothing where it says the same", { ring_bundle: "300 s", holding_message: "yes" }, {}],
  ["a way back where the usual was typed", { ring_bundle: "10 min" }, { ring_bundle: null }],
  ["a way back that was asked for", { holding_message: null }, { holding_message: null }],
  ["no way back from what was never set", { link_days: null }, {}],
  ["nothing that cannot be read", { link_days: "a while" }, {}],
];
for (const [what, edits, change] of changes) {
  test(`of a policy goes to the house ${what}`, () => assert.deepEqual(changeOf(edits, standing), change));
}

test("what was saved is shown at once, before the house has said it again", () => {
  const own = { scope: "workspace", name: null, settings: standing.own, version: 4 } as const;
  const all = { defaults, effective: defaults, overrides: [own] } as unknown as Parameters<typeof savedIn>[0];
  const [after] = savedIn(all, { settings: { ring_bundle: null, link_days: 90 } }).overrides;
  assert.deepEqual(after, { ...own, settings: { holding_message: true, link_days: 90 }, version: 5 });
  const both = savedIn(all, { scope: "kind", name: "fix", settings: { void_within: "PT60S" } }).overrides;
  assert.deepEqual(both, [own, { scope: "kind", name: "fix", settings: { void_within: "PT60S" }, version: 1 }]);
});

test("what cannot be read is named, and a change is taken back to what was set before", () => {
  assert.deepEqual(unreadableIn({ link_days: "a while", void_within: "5 min", holding_message: null }), ["link_days"]);
  assert.deepEqual(undoingOf({ ring_bundle: null, link_days: 90 }, standing.own), {
    ring_bundle: "PT5M",
    link_days: null,
  });
});
