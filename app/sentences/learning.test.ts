import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Answer, learn, mostShift, nothingLearned, shiftOf } from "./learning.ts";

const names = ["I will", "let me", "deed", "question", "a time is said"];
const answer = fc.record({
  rules: fc.subarray(names),
  points: fc.double({ min: -6, max: 6, noNaN: true }),
  isPromise: fc.boolean(),
});

test("without an answer nothing is moved", () => {
  assert.deepEqual(learn([]), nothingLearned);
  assert.equal(shiftOf(names, nothingLearned), 0);
});

test("however many answers there are, and whatever they say, a sentence is moved only so far", () => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 300 }), fc.subarray(names), (answers, rules) => {
      assert.ok(Math.abs(shiftOf(rules, learn(answers))) <= mostShift);
    }),
    { numRuns: 100 },
  );
});

test("a yes more never makes such a sentence less likely, a no more never likelier", () => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 40 }), answer, (answers, one) => {
      const shift = (isPromise: boolean) => shiftOf(one.rules, learn([...answers, { ...one, isPromise }]));
      assert.ok(shift(true) >= shift(false));
    }),
    { numRuns: 200 },
  );
});

test("a single answer moves little, the same one again and again more", () => {
  const no: Answer = { rules: ["let me"], points: 1, isPromise: false };
  const once = shiftOf(["let me"], learn([no]));
  const often = shiftOf(["let me"], learn(Array(20).fill(no)));
  assert.ok(once < 0 && once > -0.5, `${once}`);
  assert.ok(often < -1, `${often}`);
  assert.ok(Math.abs(shiftOf(["I will"], learn([no]))) < 0.1);
});

test("the order of the answers does not matter", () => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 30 }), (answers) => {
      const there = shiftOf(names, learn(answers));
      const back = shiftOf(names, learn([...answers].reverse()));
      assert.ok(Math.abs(there - back) < 1e-9);
    }),
    { numRuns: 100 },
  );
});
