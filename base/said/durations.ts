import { oneOf, type Part, type Reader, rule, type Unit } from "./parts.ts";

export type Measure = { unit: Unit; times?: number; working?: true };

/** One language's words for lengths of time. `firm` words ("in", "within") make a length a promise; `idle` ones do not. */
type DurationWords = {
  firm: string[];
  idle: string[];
  numbers: Record<string, number>;
  measures: Record<string, Measure>;
  between: string[];
  and: string;
  or: string;
  andHalf: string;
  fromNow: string;
};

/** Reads "in 20 minutes", "within two to three working days", "1 hour 30 minutes"; a range counts to its later end. */
export function durations(words: DurationWords): Reader {
  const number = `(\\d{1,3}(?:[.,]\\d{1,2})?|${oneOf(words.numbers)})`;
  const measure = `(${oneOf(words.measures)})(?![\\p{L}\\d])`;
  const range = `(?: ?${oneOf(words.between)} ?${number})?`;
  const orMore = `(?: ${words.or} ${number}(?! ?${measure}))?`;
  const rest = `(?:(${words.andHalf})|,? (?:${words.and} )?${number} ?${measure})?`;
  const before = `(?:\\b(?:(${oneOf(words.idle)})|(${oneOf(words.firm)})) )?(?<![\\p{L}\\d.,:/-])`;
  return rule(
    `${before}${number}${range}[ -]?${measure}${orMore}${rest}(${words.fromNow})?`,
    ([, idle, firm, first = "", last, name = "", later, , half, more, moreName = "", fromNow]) => {
      if (idle) return { is: "nothing" };
      const count =
        Math.max(...[first, last ?? first, later ?? first].map((said) => numberFrom(said, words))) + (half ? 0.5 : 0);
      const length = times(count, words.measures[name], Boolean(firm ?? fromNow));
      return more && length ? plus(length, times(numberFrom(more, words), words.measures[moreName], true)) : length;
    },
  );
}

type Span = Extract<Part, { is: "span" }>;

const unitSeconds: Partial<Record<Unit, number>> = { second: 1, minute: 60, hour: 3600, day: 86400 };

function times(count: number, measure: Measure | undefined, firm: boolean): Span | null {
  if (!measure) return null;
  const { unit, times = 1, working = false } = measure;
  return { is: "span", count: count * times, unit, working, firm };
}

function plus(a: Span, b: Span | null): Span | null {
  const [inA, inB] = [unitSeconds[a.unit], b && unitSeconds[b.unit]];
  if (!b || !inA || !inB || a.working || b.working) return null;
  return { ...a, unit: "second", count: a.count * inA + b.count * inB };
}

function numberFrom(text: string, { numbers }: DurationWords): number {
  return numbers[text] ?? Number(text.replace(",", "."));
}
