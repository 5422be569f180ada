import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bandOf } from "./band.ts";

const rounded = (share: { count: number; of: number }) => {
  const band = bandOf(share);
  return band && [band.low.toFixed(4), band.high.toFixed(4)];
};

test("the band is Wilson's, as textbooks have it", () => {
  assert.deepEqual(rounded({ count: 81, of: 263 }), ["0.2553", "0.3662"]);
  assert.deepEqual(rounded({ count: 15, of: 148 }), ["0.0624", "0.1605"]);
  assert.deepEqual(rounded({ count: 0, of: 20 }), ["0.0000", "0.1611"]);
  assert.deepEqual(rounded({ count: 1, of: 29 }), ["0.0061", "0.1718"]);
});

test("with nothing decided there is no band, and with little it is wide", () => {
  assert.equal(bandOf({ count: 0, of: 0 }), null);
  assert.deepEqual(rounded({ count: 1, of: 1 }), ["0.2065", "1.0000"]);
});

test("the band holds the share, stays between none and all, and narrows as evidence grows", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (some, more) => {
      const [of, count] = [some + more, some];
      const band = bandOf({ count, of });
      const tenfold = bandOf({ count: count * 10, of: of * 10 });
      assert.ok(band && tenfold && band.low >= 0 && band.high <= 1);
      assert.ok(band.low <= count / of + 1e-12 && count / of <= band.high + 1e-12);
      assert.ok(tenfold.high - tenfold.low < band.high - band.low);
    }),
  );
});
