/** What of a key press matters here. */
export type Press = { key: string; code?: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** How long the second key of "g t" may let one wait. */
export const chordMs = 1200;

/** A press in the words in which keys are bound: "c", "?", "mod+k", "Escape". */
export function nameOf({ key, code, ctrlKey, metaKey, altKey }: Press): string {
  // With Alt some keyboards write another letter; what is meant is the key itself.
  const letter = altKey ? /^Key([A-Z])$/.exec(code ?? "")?.[1] : undefined;
  const name = key.length === 1 ? (letter ?? key).toLowerCase() : key;
  return `${ctrlKey || metaKey ? "mod+" : ""}${altKey ? "alt+" : ""}${name}`;
}

/** Which of the bound keys was meant: the longest that the presses so far end with; what could still become one waits. */
export function chordOf(
  pressed: readonly string[],
  bound: readonly string[],
): { meant: string | null; waits: boolean } {
  const [before, last = ""] = pressed.slice(-2).length === 2 ? pressed.slice(-2) : [undefined, pressed.at(-1)];
  const pair = `${before} ${last}`;
  if (before !== undefined && bound.includes(pair)) return { meant: pair, waits: false };
  const begins = bound.some((keys) => keys.startsWith(`${last} `));
  return { meant: bound.includes(last) ? last : null, waits: begins };
}
