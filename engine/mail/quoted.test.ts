import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { foldQuoted } from "./quoted.ts";

test("what was quoted below an answer is folded away, in the ways of many mail programs", () => {
  const endings = [
    "On Mon, Nov 23, 2026 at 10:00 AM Ana Ortiz <ana@ortiz.example> wrote:\n\n> It is done.\n> Ana",
    "On Mon, Nov 23, 2026 at 10:00 AM Ana Ortiz of Ortiz Heating and Plumbing\n<ana@ortiz.example> wrote:\n> It is done.",
    "Am 23.11.2026 um 10:00 schrieb Ana Ortiz:\n> Fertig.",
    "Le lun. 23 nov. 2026 à 10:00, Ana <ana@ortiz.example> a écrit :\n> Fini.",
    "El lun, 23 nov 2026 a las 10:00, Ana (<ana@ortiz.example>) escribió:\n> Hecho.",
    "-----Original Message-----\nFrom: Ana\nSent: Monday\n\nIt is done.",
    "-----Ursprüngliche Nachricht-----\nVon: Ana\n\nFertig.",
    "From: Ana Ortiz\nSent: Monday, 23 November 2026 10:00\nTo: Marta\nSubject: The boiler\n\nIt is done.",
    "> It is done.\n> Ana",
    "-- \nMarta Lindqvist\nHill Street 4",
  ];
  for (const ending of endings) {
    assert.deepEqual(foldQuoted(`Still cold.\n\n${ending}`), { words: "Still cold.", quoted: ending });
  }
});

test("answers between quoted lines stay where they are, and so does what was forwarded", () => {
  const between = "> Does Monday suit you?\nYes.\n> And the cellar key?\nUnder the mat.";
  assert.equal(foldQuoted(between).words, between);
  const forward = "See below.\n\n---------- Forwarded message ---------\nFrom: Shop\nDate: Monday\n\nYour order";
  assert.equal(foldQuoted(forward).words, forward);
  assert.equal(foldQuoted("> only what you wrote").words, "> only what you wrote");
  assert.equal(foldQuoted("On Monday I wrote:\nnothing").quoted, "");
});

test("no word is lost, and a hostile text is folded as fast as any", () => {
  const line = fc.constantFrom(
    "> a",
    "b",
    "",
    "-- ",
    "On x, y z wrote:",
    "From: a",
    "Sent: b",
    "_____",
    "   ",
    ">>> >",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const text = lines.join("\n");
      const { words, quoted } = foldQuoted(text);
      const solid = (of: string) => of.replace(/\s/g, "");
      assert.equal(solid(words) + solid(quoted), solid(text));
    }),
  );
  for (const piece of ["> \n", "On a, b\n", "From: a\n", "-- \n", "On ".repeat(99)]) {
    const from = performance.now();
    foldQuoted(`${piece.repeat(200_000 / piece.length)}\nend`);
    assert.ok(performance.now() - from < 2_000, piece);
  }
});
