import assert from "node:assert/strict";
import { test } from "node:test";
import { kindOf, sayKind } from "./kind-names.ts";

const called: [string, string][] = [
  ["Table ready", "table_ready"],
  ["  Prüfung (jährlich) ", "pruefung_jaehrlich"],
  ["Café", "cafe"],
  ["2nd visit", "nd_visit"],
  ["!!", ""],
  ["x".repeat(60), "x".repeat(40)],
];
for (const [said, kind] of called) {
  test(`a kind called “${said}” is known as “${kind}”`, () => assert.equal(kindOf(said), kind));
}

test("a kind is said in plain words", () => {
  const names = { callback: "Rückruf" } as Parameters<typeof sayKind>[1];
  assert.deepEqual([sayKind("callback", names), sayKind("table_ready", names)], ["Rückruf", "table ready"]);
});
