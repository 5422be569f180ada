import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { foundIn } from "#test/harness/sentences.ts";
import { languages } from "./languages.ts";

const only = (text: string, language?: string) => {
  const [found, ...more] = foundIn(text, language);
  assert.deepEqual(more, []);
  return found;
};
const dueOf = (text: string, language?: string) => only(text, language)?.dueAt?.toString() ?? null;

test("who has to do it: the writer, the team, or the one who is named", () => {
  const whoOf = (text: string) => {
    const { who, name } = only(text) ?? {};
    return [who, name];
  };
  assert.deepEqual(whoOf("I'll look into it and call you."), ["writer", null]);
  assert.deepEqual(whoOf("We will look into it and call you."), ["team", null]);
  assert.deepEqual(whoOf("Our new fitter will call you on Monday."), ["named", "Our new fitter"]);
  assert.deepEqual(whoOf("Dr. Ruth Adler will send you the report."), ["named", "Dr. Ruth Adler"]);
  assert.deepEqual(whoOf("Unser Techniker ruft Sie morgen an."), ["named", "Unser Techniker"]);
  assert.deepEqual(whoOf("Frau Vogt wird Ihnen die Unterlagen schicken."), ["named", "Frau Vogt"]);
});

test("the act stands in the words of the sentence, without what follows as a reason", () => {
  assert.equal(only("Sorry, but I'll replace the pump because it leaks.")?.what, "replace the pump");
  assert.equal(only("Wir melden uns bei Ihnen, aber erst am Montag.")?.what, "melden uns bei Ihnen");
});

test("words for a time become that time in English and German, and stay words where they name no minute", () => {
  assert.equal(dueOf("I'll call you by close of business."), "2026-11-23T16:00:00Z");
  assert.equal(dueOf("We will get back to you within 24 hours."), "2026-11-24T08:00:00Z");
  assert.equal(dueOf("I'll send it to you first thing tomorrow."), "2026-11-24T09:00:00Z");
  assert.equal(dueOf("Ich melde mich bis Freitag 15 Uhr bei Ihnen."), "2026-11-27T14:00:00Z");
  const soon = only("I'll call you as soon as possible.");
  assert.deepEqual([soon?.dueWords, soon?.dueAt], ["as soon as possible", null]);
  const friday = only("Le enviaré el presupuesto el viernes.");
  assert.deepEqual([friday?.dueWords, friday?.dueAt], ["el viernes", null]);
});

test("what others wrote in a mail is not taken for our word", () => {
  const mail =
    "I'll check it today.\n\nOn 20 November 2026 at 10:11 Ruth wrote:\nI will send you the keys.\n> I will pay tomorrow.";
  assert.equal(only(mail)?.sentence, "I'll check it today.");
  assert.deepEqual(foundIn("> I will send you the keys tomorrow.\n> We will call you.", "en"), []);
  assert.deepEqual(foundIn("-----Original Message-----\nI will send you the keys tomorrow.", "en"), []);
});

test("a place in the text is where the sentence begins, whatever stands around it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (noise) => {
      const text = `${noise.replace(/[>\n]/g, " ")}.\n\nI will send you the drawing by Friday.`.normalize("NFC");
      for (const { at, sentence } of foundIn(text, "en")) assert.equal(text.slice(at, at + sentence.length), sentence);
    }),
    { numRuns: 200 },
  );
});

test("sarcasm is no promise where its form gives it away", () => {
  const sour = [
    "Sure, because we'll get right on that.",
    "Yeah, I'll get right on that.",
    "Sure, I'll fix it when pigs fly.",
    "As if we would ever send you an invoice on time.",
    "Oh great, I will wait another three weeks then.",
  ];
  for (const sentence of sour) assert.deepEqual(foundIn(sentence, "en"), [], sentence);
});

test("no text is too strange: something is answered, and quickly", () => {
  const walls = ["I will ", "!", "\n", "if I ", "a. ", "1.2.3.", "ich werde wir ", "le la lo enviare ", "by at on 5 "];
  for (const language of Object.keys(languages)) {
    for (const wall of walls) assert.ok(foundIn(wall.repeat(20_000), language).length <= 100, wall);
  }
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc.constantFrom("en", "de", "es", "fr"),
      (text, tag) => {
        assert.ok(foundIn(text, tag).every(({ score }) => score > 0.5 && score <= 1));
      },
    ),
    { numRuns: 200 },
  );
});

test("each rule of a language has a name of its own, so that an answer knows which it means", () => {
  for (const [language, { openings, acts, signs, conditions }] of Object.entries(languages)) {
    const names = [...openings, ...acts, ...signs, ...conditions].map(({ name }) => name);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
      language,
    );
  }
});
