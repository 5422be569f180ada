import * as z from "zod/mini";
import { post } from "#base/contract.ts";
import { id, instantOut, text } from "#base/fields.ts";
import type { KeptAnswer } from "./answer.ts";
import type { Found } from "./sentence.ts";

export const language = z.string().check(z.minLength(2), z.maxLength(35), z.describe("A tag like en or de-AT"));
export const languageOut = z.enum(["en", "de", "es", "fr"]);

export const foundOut = z.object({
  sentence: z.string(),
  at: z.int().check(z.describe("Where the sentence begins in the text, counted in UTF-16 units of its NFC form")),
  who: z.enum(["writer", "team", "named"]),
  name: z.nullable(z.string()),
  what: z.string(),
  due_words: z.nullable(z.string()),
  due_at: z.nullable(instantOut),
  conditional: z.boolean(),
  score: z.number(),
  rules: z.array(z.string()),
});

export const sentencesContract = {
  findSentences: post("/sentences/found", {
    summary:
      "The sentences of a text that promise something, or offer it on a condition. `cannot_say` tells why nothing is " +
      "said of the text (unknown_language), or not of all of it (too_long). Nothing is kept of the text",
    scope: "promises:read",
    status: 200,
    // Not trimmed: places are counted in the text as it was given.
    body: z.strictObject({ text: z.string().check(z.maxLength(1_000_000)), language: z.optional(language) }),
    gives: z.object({
      language: z.nullable(languageOut),
      cannot_say: z.nullable(z.enum(["unknown_language", "too_long"])),
      items: z.array(foundOut),
    }),
  }),
  answerSentence: post("/sentences/answers", {
    summary: "Say whether a sentence was a promise. Only the names of its rules and the answer are kept",
    scope: "promises:write",
    body: z.strictObject({ sentence: text(1, 1000), is_promise: z.boolean(), language: z.optional(language) }),
    gives: z.object({ id, language: languageOut, is_promise: z.boolean(), rules: z.array(z.string()) }),
  }),
};

export function foundForStaff(one: Found) {
  const { dueWords, dueAt, score, ...rest } = one;
  return {
    ...rest,
    due_words: dueWords,
    due_at: dueAt?.toString() ?? null,
    score: Math.round(score * 1000) / 1000,
  };
}

export function answerForStaff({ id, language, isPromise, rules }: KeptAnswer) {
  return { id, language, is_promise: isPromise, rules };
}
