/** What was said, folded for reading, and the way back to the words as they were written. */
type Folded = { text: string; placeOf: (from: number, to: number) => Place };

/** A piece of what was said, as it was written (NFC): from one letter to before another. */
export type Place = { from: number; to: number };

// Rules blank what they have read with these, so they may not come from the speaker.
export const DAY_TAKEN = "¤";
export const TAKEN = "¦";

const spelledOut: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/**
 * Lower case, one space between words, umlauts spelled out, every dash a hyphen and every quote an apostrophe:
 * "Nächste  Woche – früh" becomes "naechste woche - frueh". `placeOf(from, to)` says where a piece was written.
 */
export function fold(words: string): Folded {
  const source = words.normalize("NFC");
  const from: number[] = [];
  let text = "";
  let at = 0;
  for (const sign of source) {
    const folded = foldSign(sign);
    if (folded !== " " || (text !== "" && !text.endsWith(" "))) {
      text += folded;
      for (let i = 0; i < folded.length; i++) from.push(at);
    }
    at += sign.length;
  }
  from.push(source.length);
  const placeOf = (start: number, end: number) => {
    const piece = source.slice(from[start], from[end]);
    const begin = (from[start] ?? 0) + piece.length - piece.trimStart().length;
    return { from: begin, to: begin + piece.trim().length };
  };
  return { text, placeOf };
}

function foldSign(sign: string): string {
  if (/[\s\p{C}¤¦]/u.test(sign)) return " ";
  if (/\p{Pd}/u.test(sign)) return "-";
  if (/[‘’ʼ´`]/u.test(sign)) return "'";
  const lower = sign.normalize("NFKC").toLowerCase();
  return spelledOut[lower] ?? (lower.trim() || " ");
}
