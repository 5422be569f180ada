import assert from "node:assert/strict";
import { test } from "node:test";
import { csvOf } from "./csv.ts";

test("a spreadsheet gets words as words, whatever a customer wrote", () => {
  const rows = [
    ["=1+1", 'She said "no"', "a, b\nc"],
    ["+49 30", -5, null],
    ["@sum", true, "-plain"],
    ["Grüße", 0, "\tx"],
  ];
  assert.equal(
    csvOf(["a", "b", "c"], rows),
    [
      '\uFEFF"a","b","c"',
      '"\'=1+1","She said ""no""","a, b\nc"',
      '"\'+49 30",-5,',
      '"\'@sum",true,"\'-plain"',
      '"Grüße",0,"\'\tx"',
      "",
    ].join("\r\n"),
  );
});
