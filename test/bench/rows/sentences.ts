import { findPromises } from "#app/sentences/found.ts";
import { businessHours } from "#base/calendar.ts";
import { instant } from "#base/instant.ts";
import { atMost, type Row } from "#test/bench/row.ts";
import { at } from "#test/bench/tools.ts";

/**
 * Each sentence by itself, over and over; those with a time are the dearest, since a calendar reads it. The first of a
 * language makes its patterns ready and is not counted.
 */
export const sentences: Row = {
  what: "find what a sentence promises, four languages",
  must: "< 5 ms",
  aim: "< 1 ms at p50",
  measure: async ({ size }) => {
    for (const [language, text] of letters) findPromises(text, { ...reading, language });
    const taken = Array.from({ length: size.few }, (_, round) => {
      const [language = "en", text = ""] = letters[round % letters.length] ?? [];
      const begun = performance.now();
      findPromises(text, { ...reading, language });
      return performance.now() - begun;
    }).sort((a, b) => a - b);
    const [p50, p99] = [at(taken, 0.5), at(taken, 0.99)];
    const figures = `**${p99.toFixed(2)} ms** at p99, ${p50.toFixed(2)} ms at p50`;
    return { figures, verdict: p99 < 5 ? atMost(p50, 5, 1) : "missed" };
  },
};

const reading = {
  now: instant("2026-11-23T09:00:00Z"),
  timeZone: "Europe/Berlin",
  calendar: businessHours("Europe/Berlin"),
};

const letters = [
  ["en", "Thanks for the photos, I will send you a written estimate by Friday noon."],
  ["en", "Our new fitter will call you first thing tomorrow, and we will order the part within 24 hours."],
  ["en", "If you send us the number of the pump, we will check the price."],
  ["en", "The pump is in the cellar, behind the boiler that was mended last year."],
  ["de", "Unser Techniker ruft Sie morgen bis 15 Uhr an, und ich schicke Ihnen heute noch das Angebot."],
  ["de", "Die Pumpe steht im Keller hinter dem Kessel, der im letzten Jahr repariert wurde."],
  ["es", "Le enviaremos el presupuesto el viernes antes del mediodía."],
  ["fr", "Nous vous rappellerons demain matin pour fixer la date de la visite."],
] as const;
