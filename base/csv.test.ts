import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { csvLine } from "./csv.ts";

test("fields are kept apart whatever stands in them", () => {
  const cases: [unknown[], string][] = [
    [["a", "b c"], "a,b c\r\n"],
    [["a,b", 'say "yes"', "two\nlines"], '"a,b","say ""yes""","two\nlines"\r\n'],
    [[1, -2.5, true, null, undefined, ""], "1,-2.5,true,,,\r\n"],
    [[["vip", "late"], { at: 1 }], '"[""vip"",""late""]","{""at"":1}"\r\n'],
  ];
  for (const [values, line] of cases) assert.equal(csvLine(values), line);
});

test("what a program for tables would run as a formula is text, and a number stays one", () => {
  for (const evil of ["=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1"]) {
    assert.match(csvLine([evil]), /^"?'/, JSON.stringify(evil));
  }
  assert.equal(csvLine(["+49 170 5550199", -5]), "'+49 170 5550199,-5\r\n");
});

test("every line reads back as what was written, but for that apostrophe", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }), (values) => {
      const read = fieldsOf(csvLine(values).slice(0, -2));
      const plain = read.map((text, at) => (text === `'${values[at]}` ? text.slice(1) : text));
      assert.deepEqual(plain, values);
      for (const text of read) assert.doesNotMatch(text, /^[=+\-@\t\r\n\0]/);
    }),
  );
});

/** As RFC 4180 has it: between quotes two stand for one. */
function fieldsOf(line: string): string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain,
  );
}
