import assert from "node:assert/strict";
import { test } from "node:test";
import { shownPlaces } from "./shown.ts";

const alone = { members: 1, open: 2, settled: 1, cases: 0, visited: [] };

test("a business of one that has just begun sees Today, Customers and the way to its settings", () => {
  assert.deepEqual(shownPlaces(alone), ["today", "customers", "settings"]);
});

test("the list of promises comes with much to list, the record with something to count", () => {
  assert.deepEqual(shownPlaces({ ...alone, open: 11 }), ["today", "customers", "promises", "settings"]);
  assert.deepEqual(shownPlaces({ ...alone, settled: 5 }), ["today", "customers", "record", "settings"]);
});

test("cases come with the first that somebody raises", () => {
  assert.deepEqual(shownPlaces({ ...alone, cases: 1 }), ["today", "customers", "cases", "settings"]);
});

test("a team sees all of it from its second member on", () => {
  const all = ["today", "customers", "cases", "promises", "record", "settings"];
  assert.deepEqual(shownPlaces({ ...alone, members: 2 }), all);
});

test("what was opened once stays", () => {
  assert.deepEqual(shownPlaces({ ...alone, visited: ["record"] }), ["today", "customers", "record", "settings"]);
});
