import assert from "node:assert/strict";
import { test } from "node:test";
import { named, namedIn, namingAt } from "./mention.ts";

const all = [
  { id: "1", name: "Ben" },
  { id: "2", name: "Ben Okoye" },
  { id: "3", name: "Jörg Groß" },
];
const ids = (text: string) => namedIn(text, all).map(({ id }) => id);

test("who is named with the whole name is named, and nobody whose name is a part of it", () => {
  assert.deepEqual(ids("@Ben Okoye, can you look?"), ["2"]);
  assert.deepEqual(ids("@Ben and @Jörg Groß"), ["1", "3"]);
  assert.deepEqual(ids("ben@okoye.example wrote, Ben Okoye said"), []);
});

test("a name is being typed behind an @ that begins a word", () => {
  assert.deepEqual(namingAt("Ask @be", 7), { from: 4, typed: "be" });
  assert.deepEqual(namingAt("@", 1), { from: 0, typed: "" });
  assert.deepEqual(namingAt("Ask @Ben Ok now", 11), { from: 4, typed: "Ben Ok" });
  assert.equal(namingAt("ben@ok", 6), null);
  assert.equal(namingAt("Ask @Ben!", 9), null);
});

test("a name is found by the beginning of any of its words", () => {
  assert.deepEqual(named("ok", all), [all[1]]);
  assert.deepEqual(named("jörg g", all), [all[2]]);
  assert.equal(named("", all).length, 3);
});
