/** What the coach points at, each a rule of its own that a member can dismiss for good. */
export const hintRules = [
  "not_recorded",
  "shorter_than_advised",
  "unsure",
  "absolute",
  "dont_know",
  "evasion",
  "blame",
  "jargon",
  "asks_known",
  "no_name",
  "no_next_step",
  "no_time",
  "needs_approval",
] as const;
export type HintRule = (typeof hintRules)[number];

/** What we may know of a contact already, so that nobody has to ask for it. */
export const facts = ["name", "phone", "email", "address", "order_number"] as const;
export type Fact = (typeof facts)[number];

/**
 * Words that set off a rule, as `fold` writes them, and better ones that could stand in their place. `unless` is looked
 * for in the same sentence and the next; `asksFor` makes it a hint only where that is known.
 */
export type Hint = { rule: HintRule; words: RegExp; better: string | null; unless?: RegExp; asksFor?: Fact };

/** The hints of one language, and the words that say how it goes on. */
export type Coaching = { hints: readonly Hint[]; nextStep: RegExp };

/** Hints of one rule, each a line: the words, then "=>" and the better ones (none: leave them out). */
export function hints(rule: HintRule, lines: string, more: Pick<Hint, "unless" | "asksFor"> = {}): Hint[] {
  return lines
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => {
      const [words = "", better] = line.split(/\s*=>\s*/);
      return { rule, words: new RegExp(`(?<![\\w-])(?:${words})(?![\\w-])`, "g"), better: better ?? null, ...more };
    });
}
