import { createHash } from "node:crypto";

/** Chance that can be repeated: the same words give the same throws, whatever else is thrown. */
export type Chance = {
  /** From 0 up to, but not, 1. */
  next(): number;
  is(share: number): boolean;
  between(least: number, most: number): number;
  oneOf<T>(things: readonly T[]): T;
  /** The heavier, the more often. */
  weighted<T>(things: readonly T[], weightOf: (thing: T) => number): T;
  /** Half of the throws lie below the median; `spread` is the standard deviation of the logarithm. */
  logNormal(median: number, spread: number): number;
};

export function chanceOf(...words: readonly (string | number)[]): Chance {
  const name = words.join(" ");
  let thrown = 0;
  const next = () => createHash("sha256").update(`${name} ${thrown++}`).digest().readUInt32BE() / 2 ** 32;
  const weighted = <T>(things: readonly T[], weightOf: (thing: T) => number): T => {
    let left = next() * things.reduce((sum, thing) => sum + weightOf(thing), 0);
    const found = things.find((thing) => {
      left -= weightOf(thing);
      return left < 0;
    });
    const chosen = found ?? things.at(-1);
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen;
  };
  return {
    next,
    is: (share) => next() < share,
    between: (least, most) => least + next() * (most - least),
    oneOf: (things) => weighted(things, () => 1),
    weighted,
    logNormal: (median, spread) => median * Math.exp(spread * normal(next)),
  };
}

/** A throw of the standard normal law (Box and Muller). */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
