import assert from "node:assert/strict";
import { test } from "node:test";
import { type Measure, readMeasure, sayMeasure } from "./measures.ts";

const readings: [string, Measure, string | number | null][] = [
  ["10 min", "while", "PT600S"],
  ["10min", "while", "PT600S"],
  ["10", "while", "PT600S"],
  ["1 hour 30 minutes", "while", "PT5400S"],
  ["1 h and 30 min", "while", "PT5400S"],
  ["half an hour", "while", "PT1800S"],
  ["1,5 Std.", "while", "PT5400S"],
  ["soon", "while", null],
  ["", "while", null],
  ["2 working days", "working_days", 2],
  ["two business days", "working_days", 2],
  ["Drei Werktage", "working_days", 3],
  ["1 week", "working_days", null],
  ["1.5 days", "working_days", null],
  ["30 days", "days", 30],
  ["2 weeks", "days", 14],
  ["1 Jahr", "days", 365],
  ["6 months", "days", null],
  ["25 %", "share", 0.25],
  ["25", "share", 0.25],
  ["0.25", "share", 0.25],
  ["a quarter", "share", 0.25],
  ["99.9 %", "share", 0.999],
  ["most", "share", null],
  ["3", "count", 3],
  ["drei", "count", 3],
  ["-1", "count", null],
];

for (const [typed, measure, value] of readings) {
  test(`“${typed}” is ${value === null ? "not taken for" : `${value},`} a setting counted as ${measure}`, () => {
    assert.equal(readMeasure(typed, measure), value);
  });
}

test("a setting is shown in words that are read as the same setting", () => {
  const shown: [string | number, Measure, string, string][] = [
    ["PT10M", "while", "10 minutes", "10 Minuten"],
    ["PT1H30M", "while", "1 hour 30 minutes", "1 Stunde 30 Minuten"],
    ["PT0S", "while", "0 minutes", "0 Minuten"],
    [2, "working_days", "2 working days", "2 Werktage"],
    [1, "days", "1 day", "1 Tag"],
    [0.25, "share", "25%", "25 %"],
    [3, "count", "3", "3"],
  ];
  for (const [value, measure, en, de] of shown) {
    assert.equal(sayMeasure(value, measure, "en"), en);
    assert.equal(sayMeasure(value, measure, "de").replace("\u00a0", " "), de);
    const again = measure === "while" ? sayMeasure(readMeasure(en, measure), measure, "en") : readMeasure(en, measure);
    assert.equal(again, measure === "while" ? en : value);
    assert.equal(readMeasure(de, measure), readMeasure(en, measure));
  }
});
