import assert from "node:assert/strict";
import { test } from "node:test";
import { dialled, writtenAs } from "./dialled.ts";

test("a number is read as people dial it where we are", () => {
  for (const [number, ours, as] of [
    ["+491511234567", "+49301234567", "+491511234567"],
    ["01511234567", "+49301234567", "+491511234567"],
    ["1511234567", "+49301234567", null],
    ["4155550123", "+12125550100", "+14155550123"],
    ["14155550123", "+12125550100", "+14155550123"],
    ["5550123", "+12125550100", null],
    ["07911123456", "+442079460000", "+447911123456"],
    ["612345678", "+34910000000", "+34612345678"],
    ["0612345678", "+390612345678", null],
    ["12345", "+49301234567", null],
    ["0871234567", "+35312345678", "+353871234567"],
  ] as const) {
    assert.equal(dialled(number, ours), as, `${number} from ${ours}`);
  }
});

test("the network's number is sought as people here may have written it down, and only so", () => {
  assert.deepEqual(writtenAs("+491511234567", "+49301234567"), ["+491511234567", "01511234567"]);
  assert.deepEqual(writtenAs("+431511234567", "+49301234567"), ["+431511234567"]);
  assert.deepEqual(writtenAs("+14155550123", "+12125550100"), ["+14155550123", "4155550123", "14155550123"]);
});
