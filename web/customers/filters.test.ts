import assert from "node:assert/strict";
import { test } from "node:test";
import { filtersOf, isSame, queryOf, withFilters, wordsIn } from "./filters.ts";

test("an address says what the list shows, and what it does not know is left out", () => {
  assert.deepEqual(filtersOf({ find: "ana", show: "late", colour: "red", tag: "", page: 3 }), {
    find: "ana",
    show: "late",
  });
  assert.deepEqual(filtersOf({ find: 7 }), { find: "7" });
});

test("a filter that is emptied is gone, and two lists that show the same are the same", () => {
  assert.deepEqual(withFilters({ tag: "north", show: "open" }, { tag: "" }), { show: "open" });
  assert.ok(isSame({ show: "open" }, { show: "open" }));
  assert.ok(!isSame({ show: "open" }, { show: "open", tag: "north" }));
});

test("the house is asked for exactly what is shown", () => {
  assert.deepEqual(queryOf({}), {});
  assert.deepEqual(queryOf({ show: "settled", order: "name" }), { open: "false", order: "name" });
  assert.deepEqual(queryOf({ show: "quiet" }), { quiet_days: 30 });
  assert.deepEqual(queryOf({ find: " ana ", kind: "person", tag: " north " }), {
    find: "ana",
    kind: "person",
    tag: "north",
  });
  assert.deepEqual(queryOf({ kind: "robot", order: "colour" }), {});
});

test("tags are typed between commas, each once", () => {
  assert.deepEqual(wordsIn(" regular, north,,regular "), ["regular", "north"]);
});
