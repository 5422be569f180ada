import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { betaQuantile, betaShareBelow } from "./beta.ts";

const close = (got: number, wanted: number) => assert.ok(Math.abs(got - wanted) < 1e-10, `${got} is not ${wanted}`);

test("where the function has a plain form it is that: powers, a line, and the arc sine", () => {
  for (const x of [0.01, 0.2, 0.5, 0.73, 0.999]) {
    close(betaShareBelow(x, 1, 1), x);
    close(betaShareBelow(x, 7, 1), x ** 7);
    close(betaShareBelow(x, 1, 5), 1 - (1 - x) ** 5);
    close(betaShareBelow(x, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(x)));
  }
});

test("with whole numbers it is the chance of at least a successes in a + b - 1 tries", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 20 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (a, b, x) => {
        const tries = a + b - 1;
        let [chance, choose] = [0, 1];
        for (let k = 0; k <= tries; k++) {
          if (k >= a) chance += choose * x ** k * (1 - x) ** (tries - k);
          choose = (choose * (tries - k)) / (k + 1);
        }
        close(betaShareBelow(x, a, b), chance);
      },
    ),
  );
});

test("the quantile takes the share back, also for the evidence of years", () => {
  const size = fc.double({ min: 0.5, max: 100_000, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), size, size, (probability, a, b) => {
      const share = betaShareBelow(betaQuantile(probability, a, b), a, b);
      assert.ok(Math.abs(share - probability) < 1e-6, `${share} is not ${probability}`);
    }),
  );
});
