export type Dice = ReturnType<typeof diceOf>;

/** Choices that the same seed makes again (mulberry32, Tommy Ettinger). */
export function diceOf(seed: number) {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** From `low` up to below `high`. */
    between: (low: number, high: number) => low + roll() * (high - low),
    oneOf: <T>(choices: readonly T[]): T => choices[Math.floor(roll() * choices.length)] as T,
    isLucky: (odds: number) => roll() < odds,
  };
}
