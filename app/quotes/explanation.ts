import { durationInWords } from "#base/duration.ts";
import type { Done } from "./past.ts";

/** In which words a quote explains itself. */
export type Told = { language: string; isWorking: boolean; isBlended: boolean };

/** One line on why: how long most of the latest took, what else counted, and whether less would do. */
export function explanationOf(lately: readonly Done[], { language, isWorking, isBlended }: Told): string {
  const say = /^de\b/i.test(language) ? german : english;
  const took = lately.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const isFew = took.length < 10;
  const within = took[isFew ? took.length - 1 : Math.ceil(took.length * 0.9) - 1] ?? 0;
  const line = say.took(took.length, isFew, roundedUp(within, language), isWorking);
  return `${line}${isBlended ? say.blend : ""}.${isDoneInHalf(lately) ? say.shorter : ""}`;
}

const english = {
  took: (count: number, isAll: boolean, within: string, isWorking: boolean) =>
    `${isAll ? "All" : "9 of 10"} of the last ${count} of this kind took under ${within}` +
    (isWorking ? " of working time" : ""),
  blend: "; while they are few, twice your estimate counts too",
  shorter: " Half of them were done in half the time promised: quote shorter.",
};

const german: typeof english = {
  took: (count, isAll, within, isWorking) =>
    `${isAll ? "Alle" : "9 von 10"} der letzten ${count} dieser Art dauerten weniger als ${within}` +
    (isWorking ? " Arbeitszeit" : ""),
  blend: "; solange es wenige sind, zählt auch das Doppelte der Schätzung",
  shorter: " Die Hälfte davon war in der halben versprochenen Zeit fertig: Kürzer versprechen.",
};

/** Half of the kind is done in half its span: what we say is longer than it need be. */
function isDoneInHalf(lately: readonly Done[]): boolean {
  return lately.filter(({ seconds, spanSeconds }) => seconds <= spanSeconds / 2).length * 2 >= lately.length;
}

/** In words, never less than it was: "under" has to be true. */
function roundedUp(seconds: number, language: string): string {
  const step = seconds >= 86_400 ? 3600 : 60;
  return durationInWords((Math.floor(seconds / step) + 1) * step, /^de\b/i.test(language) ? "de" : "en");
}
