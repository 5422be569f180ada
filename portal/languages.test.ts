import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { words as english } from "#portal/languages/en.ts";
import { acceptedLanguages, languages, localeFor, wordsIn } from "./languages.ts";

const placeholders = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort();

/** Every sentence of a language by its path; the forms of a number count as one. */
function sentencesOf(words: object, path = ""): Map<string, string> {
  const found = Object.entries(words).flatMap(([name, value]): [string, string][] => {
    if (typeof value === "string") return [[`${path}${name}`, value]];
    return [...sentencesOf(value as object, `${path}${name}.`)];
  });
  return new Map(found);
}

for (const [tag, words] of languages) {
  describe(`the page in ${tag}`, () => {
    const sentences = sentencesOf(words);

    test("says everything that the English one says", () => {
      for (const name of sentencesOf(english).keys()) {
        if (/\.(zero|one|two|few|many)$/.test(name)) continue;
        assert.ok(sentences.get(name)?.trim(), `${name} is missing`);
      }
    });

    test("leaves the same places for names and times", () => {
      for (const [name, sentence] of sentencesOf(english)) {
        const said = sentences.get(name);
        if (said !== undefined) assert.deepEqual(placeholders(said), placeholders(sentence), name);
      }
    });

    test("is calm", () => {
      for (const [name, sentence] of sentences) assert.doesNotMatch(sentence, /!/, name);
    });

    test("is named by its own tag", () => assert.equal(words.tag, tag));
  });
}

test("a reader gets the first language that we have, English where we have none", () => {
  assert.equal(wordsIn(["de-AT", "en"]).tag, "de");
  assert.equal(wordsIn(["xx", "de"]).tag, "de");
  assert.equal(wordsIn(["xx"]).tag, "en");
  assert.equal(wordsIn([]).tag, "en");
});

test("times are spelled as in the reader's country where we know it", () => {
  const words = wordsIn(["en"]);
  assert.equal(localeFor(words, "en-US"), "en-US");
  assert.equal(localeFor(words, "en"), words.locale);
  assert.equal(localeFor(words, "fr-FR"), words.locale);
  assert.equal(localeFor(words, null), words.locale);
});

test("what a browser reads is taken in its order, and nonsense is left out", () => {
  assert.deepEqual(acceptedLanguages("en;q=0.5, de-CH, *;q=0.1"), ["de-ch", "en"]);
  assert.deepEqual(acceptedLanguages(undefined), []);
  assert.deepEqual(acceptedLanguages("<script>, de;q=0, ;;;"), []);
});
