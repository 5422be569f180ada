import { findPromises, likelihood, rulesOf } from "#app/sentences/found.ts";
import { businessHours } from "#base/calendar.ts";
import { instant } from "#base/instant.ts";

const reading = {
  now: instant("2026-11-23T09:00:00Z"),
  timeZone: "Europe/Berlin",
  calendar: businessHours("Europe/Berlin"),
  language: "en",
};

/**
 * The thin door for a scorer of sentences: the very code that notices promises in letters, nothing else. An offer on a
 * condition is no promise; below one half the likelihood is given for the order of the sentences only.
 */
export function create() {
  return {
    predict(text: string): { promise: boolean; score: number; due: string | null } {
      const found = findPromises(text, reading);
      const firm = found.filter(({ conditional }) => !conditional).sort((a, b) => b.score - a.score)[0];
      if (firm) return { promise: true, score: firm.score, due: firm.dueWords };
      const { rules, points } = rulesOf(text, "en");
      return { promise: false, score: rules.length > 0 ? Math.min(0.5, likelihood(points)) : 0, due: null };
    },
  };
}
