import * as z from "zod/mini";
import { get, post } from "#base/contract.ts";
import { instant } from "#base/fields.ts";
import { facts, hintRules } from "./hint.ts";
import { language, languageOut } from "./wire.ts";

const rule = z.enum(hintRules);
const rules = z.array(rule).check(z.maxLength(200));
const count = z.int();

const point = z.object({
  rule,
  from: z.int().check(z.describe("Where it begins in the text, counted in UTF-16 units of its NFC form")),
  to: z.int(),
  /** Why it is pointed at, in the member's language. */
  why: z.string(),
  /** What could stand there instead, in the text's language; empty: leave it out. Null: nothing simple. */
  better: z.nullable(z.string()),
});

const settings = z.object({
  items: z.array(z.object({ rule, dismissed_by_me: z.boolean(), shown: count, heeded: count, dismissed: count })),
});

export const coachContract = {
  adviseText: post("/sentences/advice", {
    summary: "What could be said better in a text, at the words it concerns. It blocks nothing and keeps nothing",
    scope: "promises:read",
    status: 200,
    // Not trimmed: places are counted in the text as it was given.
    body: z.strictObject({
      text: z.string().check(z.maxLength(1_000_000)),
      language: z.optional(language),
      recorded: z.optional(z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(100))),
      advised_due_at: z.optional(instant),
      knows: z.optional(z.array(z.enum(facts)).check(z.maxLength(facts.length))),
      is_signed: z.optional(z.boolean()),
    }),
    gives: z.object({
      language: z.nullable(languageOut),
      cannot_say: z.nullable(z.enum(["unknown_language", "too_long"])),
      points: z.array(point),
    }),
  }),
  countAdvice: post("/sentences/advice_outcomes", {
    summary:
      "What was pointed at in a text that was sent, and what of it was changed: counted, so that a rule which nobody heeds can be dropped",
    scope: "promises:write",
    status: 200,
    body: z.strictObject({ shown: rules, heeded: rules }),
    gives: settings,
  }),
  dismissAdvice: post("/sentences/advice_dismissals", {
    summary: "A rule that this member does not want to see again, or, with `dismissed` false, does",
    scope: "promises:write",
    status: 200,
    body: z.strictObject({ rule, dismissed: z._default(z.boolean(), true) }),
    gives: settings,
  }),
  listAdvice: get("/sentences/advice_rules", {
    summary: "Every rule of the coach, with how often it was shown, heeded and dismissed here",
    scope: "promises:read",
    gives: settings,
  }),
};
