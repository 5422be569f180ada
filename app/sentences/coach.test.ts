import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { instant } from "#base/instant.ts";
import { foundIn } from "#test/harness/sentences.ts";
import { type Composed, pointsIn } from "./coach.ts";
import { type Language, languages } from "./languages.ts";

const coached = (text: string, more: Partial<Composed> = {}) => {
  const language: Language = more.language ?? "en";
  const promises = foundIn(text, language);
  const plain = { language, promises, recorded: [], advisedDueAt: null, knows: [], signer: null };
  return pointsIn(text, { ...plain, ...more }).map(({ rule, from, to }) => [rule, text.slice(from, to)]);
};

test("a promise that is not recorded is pointed at, and one without a time", () => {
  assert.deepEqual(coached("I'll send you the offer by Friday noon."), [
    ["not_recorded", "I'll send you the offer by Friday noon."],
  ]);
  assert.deepEqual(coached("I'll send you the offer.", { recorded: ["I'll send you the offer."] }), [
    ["no_time", "I'll send you the offer."],
  ]);
  assert.deepEqual(coached("If you send us the number, we will check the price."), []);
});

test("a time shorter than advised is pointed at where it stands", () => {
  const text = "I'll send you the offer by Friday noon.";
  const more = { recorded: [text] };
  assert.deepEqual(coached(text, { ...more, advisedDueAt: instant("2026-12-01T11:00:00Z") }), [
    ["shorter_than_advised", "by Friday noon"],
  ]);
  assert.deepEqual(coached(text, { ...more, advisedDueAt: instant("2026-11-24T11:00:00Z") }), []);
});

test("a letter says how it goes on and who writes; a line or two need not", () => {
  const letter = "Dear Ms Vogt,\n\nyour pump has arrived. It is blue. It is in the cellar.\n\nBest regards";
  assert.deepEqual(
    coached(letter, { signer: "Ana Lima" }).map(([rule]) => rule),
    ["no_next_step", "no_name"],
  );
  assert.deepEqual(
    coached(`${letter}\nAna`, { signer: "Ana Lima" }).map(([rule]) => rule),
    ["no_next_step"],
  );
  assert.deepEqual(coached("Your pump has arrived.", { signer: "Ana Lima" }), []);
  assert.deepEqual(coached(`${letter} You can call me any time.`), []);
});

test("what we know is not asked for again, and what we do not know may be", () => {
  const ask = "What is your phone number?";
  assert.deepEqual(coached(ask, { knows: ["phone"] }), [["asks_known", "your phone number"]]);
  assert.deepEqual(coached(ask), []);
});

test("what others wrote is left alone", () => {
  assert.deepEqual(coached("> You should have called. I guarantee it.\n> It is always so."), []);
});

test("any text in any language is pointed at inside itself, in order, and no wall of words holds up the house", () => {
  const walls = [
    "always ",
    "you should have ",
    "I don't know. ",
    "will be fixed by ",
    "wie bereits ",
    "sie haben ",
    "c'est ",
  ];
  for (const language of Object.keys(languages) as Language[]) {
    for (const wall of walls) assert.ok(coached(wall.repeat(20_000), { language, promises: [] }).length <= 100);
  }
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.constantFrom<Language>("en", "de", "es", "fr"),
      (text, language) => {
        const whole = `${text} always immer siempre toujours`.normalize("NFC");
        const points = pointsIn(whole, {
          language,
          promises: [],
          recorded: [],
          advisedDueAt: null,
          knows: [],
          signer: null,
        });
        for (const [n, { from, to }] of points.entries()) {
          assert.ok(from < to && to <= whole.length && from >= (points[n - 1]?.from ?? 0));
        }
      },
    ),
    { numRuns: 200 },
  );
});
