/** What was said, folded for reading, and the way back to the words as they were written. */
type Folded = { text: string; original: (from: number, to: number) => string };

// Rules blank what they have read with these, so they may not come from the speaker.
export const DAY_TAKEN = "¤";
export const TAKEN = "¦";

const spelledOut: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/**
 * Lower case, one space between words, umlauts spelled out, every dash a hyphen and every quote an apostrophe:
 * "Nächste  Woche – früh" becomes "naechste woche - frueh". `original(from, to)` gives the piece as it was written.
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
  return { text, original: (start, end) => source.slice(from[start], from[end]).trim() };
}

function foldSign(sign: string): string {
  if (/[\s\p{C}¤¦]/u.test(sign)) return " ";
  if (/\p{Pd}/u.test(sign)) return "-";
  if (/[‘’ʼ´`]/u.test(sign)) return "'";
  const lower = sign.normalize("NFKC").toLowerCase();
  return spelledOut[lower] ?? (lower.trim() || " ");
}
