/** Words to be marked in a text, as places in it. */
export type Mark = { from: number; to: number; is: "promise" | "hint" };

/** A text in pieces, each marked or plain; where marks overlap the one that begins first counts. */
export function piecesOf(text: string, marks: readonly Mark[]): { words: string; is: Mark["is"] | null }[] {
  const pieces = [];
  let at = 0;
  for (const { from, to, is } of marks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (to > text.length || to <= at) continue;
    if (from > at) pieces.push({ words: text.slice(at, from), is: null });
    pieces.push({ words: text.slice(Math.max(at, from), to), is });
    at = to;
  }
  return [...pieces, { words: text.slice(at), is: null }];
}
