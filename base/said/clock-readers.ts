import { hourPart, hoursPart } from "./clocks.ts";
import { DAY_TAKEN } from "./fold.ts";
import { type Clock, type Reader, rule } from "./parts.ts";

const start = "(?<![\\p{L}\\d.,:/-])";
const end = "(?![\\p{L}\\d]|[/.:-]\\d)";

/** One language's clock times: patterns of what is one for certain and of what may be, and how to read both. */
export type ClockWords = {
  surely: string;
  maybe: string;
  read: (text: string) => Clock | null;
  /** Words before two bare numbers that make them hours; the first of them takes "and". */
  opening: [string, ...string[]];
  and: string;
  or: string;
  to: string[];
  /** What makes "10 and 12" days of a month. */
  notBefore: string;
};

/** Reads windows ("between 10 and 12", "2-4pm", "Friday 9 to 11") and choices ("3 or 4pm", due at the later). */
export function clockRange({ surely, maybe, read, opening, and, or, to, notBefore }: ClockWords): Reader {
  const isClock = new RegExp(`^(?:${surely})$`, "u");
  const link = [and, or, ...to].join("|");
  return rule(
    `${start}(?:(${opening.join("|")}) |(?<=(?:day|tomorrow|${DAY_TAKEN}),? )()|)(${maybe}) ?(${link}) ?(${maybe})${end}(?!${notBefore})`,
    ([, opened, onDay, first = "", linked = "", last = ""]) => {
      const isSure = isClock.test(first) || isClock.test(last);
      if (linked === and ? opened !== opening[0] : !isSure && !opened && onDay === undefined && linked !== "-")
        return null;
      return hoursPart(read(first), read(last), linked === or);
    },
  );
}

/** Reads what is a clock time for certain. */
export function surelyClocks({ surely, read }: ClockWords): Reader {
  return rule(`${start}(?:${surely})${end}`, ([text = ""]) => hourPart(read(text)));
}
