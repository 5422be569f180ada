import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { delayAfter } from "./message.ts";

test("delays grow from seconds to hours, and after two days a person is asked", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 7, 8].map(delayAfter), [5, 15, 60, 300, 900, 3600, 14_400, 14_400]);
  assert.equal(delayAfter(17), 14_400);
  assert.equal(delayAfter(18), null);
});

test("no delay is shorter than the one before it, and once it is over it stays over", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (attempts) => {
      const [one, next] = [delayAfter(attempts), delayAfter(attempts + 1)];
      return next === null || (one !== null && next >= one);
    }),
    { numRuns: 60 },
  );
});
