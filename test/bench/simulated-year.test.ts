import assert from "node:assert/strict";
import { test } from "node:test";
import { softwareVendor } from "#cli/demo/software-vendor.ts";
import { linesOf, liveThrough } from "./year.ts";

test("in a simulated year 95 of 100 quotes at 95 % are kept, about as many of each kind, and fewer by the modest rule", () => {
  const lines = linesOf(liveThrough(softwareVendor, { seed: 1, count: 2000 }));
  const all = lines.at(-1);
  assert.ok(all && all.count > 1500 && all.kept > 0.94 && all.kept < 0.96, `${all?.kept} of ${all?.count}`);
  assert.ok(all.modestKept < 0.93, `${all.modestKept} by the modest rule`);
  for (const { kind, count, kept, band } of lines) {
    assert.ok(Math.abs(kept - 0.95) < band, `${kept} of ${count} of ${kind}, band ${band}`);
  }
});
