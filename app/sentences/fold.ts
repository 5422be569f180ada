/**
 * The same words without capitals, accents and fancy signs, letter for letter, so that a place in one is the same place
 * in the other: "Für Sie — l’été" becomes "fur sie - l'ete".
 */
export function fold(words: string): string {
  return plain(words).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** As `fold`, with its capitals: names are told by them. */
export function plain(words: string): string {
  return words.replace(/[^\n -~]/g, foldSign);
}

function foldSign(sign: string): string {
  if (/\s|\p{Cc}/u.test(sign)) return " ";
  if (/\p{Pd}/u.test(sign)) return "-";
  if (/[‘’ʼ´]/.test(sign)) return "'";
  if (/[“”„«»]/.test(sign)) return '"';
  if (sign === "ß") return "s";
  return sign.normalize("NFD").charAt(0);
}
