import type { Instant } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import { counter, householdOf, type Limit } from "./limits.ts";

/** Slows down who guesses addresses that open something without a password. */
export type Turnstile = ReturnType<typeof turnstile>;

/**
 * After so many guesses that led nowhere a household waits, and until then not even a right one opens, or it could go on
 * guessing. What opened a moment ago goes on opening, so that a stranger behind the same proxy locks nobody out.
 */
export function turnstile(guesses: Limit) {
  const failed = counter(guesses);
  const opened = counter({ ...guesses, most: Number.POSITIVE_INFINITY });

  return {
    /** `found` is what the address names, null when it names nothing. Refuses `too_many_guesses`. */
    pass(address: string, found: string | null, now: Instant): void {
      const household = householdOf(address);
      const isKnown = found !== null && opened.knows(found, now);
      const wait = isKnown ? 0 : Math.ceil(failed.secondsOver(household, now));
      if (wait > 0) {
        const sentence = `Too many addresses that lead nowhere were tried from here. Try again in ${wait} s.`;
        throw new Refusal("too_many", "too_many_guesses", sentence, { data: { retry_after_seconds: wait } });
      }
      if (found === null) failed.add(household, now);
      else opened.add(found, now);
    },
  };
}
