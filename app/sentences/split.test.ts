import assert from "node:assert/strict";
import { test } from "node:test";
import { sentencesOf } from "./split.ts";

const split = (text: string) => sentencesOf(text).map(({ sentence }) => sentence);

test("a sentence ends at its full stop, not at an abbreviation, a clock or a date", () => {
  assert.deepEqual(split("We call you at 9:00 a.m. tomorrow. Mr. Adler will be there. Fine!"), [
    "We call you at 9:00 a.m. tomorrow.",
    "Mr. Adler will be there.",
    "Fine!",
  ]);
  assert.deepEqual(split("Wir liefern am 3. Dezember, z. B. vormittags. Gruß"), [
    "Wir liefern am 3. Dezember, z. B. vormittags.",
    "Gruß",
  ]);
  assert.deepEqual(split("Prices are 3.50 a piece... or so. Ok?"), ["Prices are 3.50 a piece... or so.", "Ok?"]);
});

test("paragraphs, greetings and items of a list are apart; a line broken in a letter is not", () => {
  assert.deepEqual(split("Dear Ruth\nThank you.\n\n- one thing\n- another"), [
    "Dear Ruth",
    "Thank you.",
    "- one thing",
    "- another",
  ]);
  const broken = "I will send you the drawings of the cellar and of the first floor by\nFriday noon.";
  assert.deepEqual(split(broken), [broken]);
});

test("an empty text has no sentences", () => {
  for (const text of ["", "  \n\n ", "> theirs\n> only"]) assert.deepEqual(split(text), []);
});
