import assert from "node:assert/strict";
import { test } from "node:test";
import { isId, newId } from "./id.ts";

test("ids sort in the order of their making, also those of one millisecond", () => {
  const made = Array.from({ length: 2_000 }, newId);
  assert.deepEqual(made.toSorted(), made);
  assert.equal(new Set(made).size, made.length);
});

test("an id is a UUID of version 7", () => {
  const id = newId();
  assert.ok(isId(id));
  assert.match(id, /^.{14}7.{4}[89ab]/);
  for (const not of ["", "1", id.toUpperCase(), `${id}0`, ` ${id}`]) assert.ok(!isId(not), not);
});
