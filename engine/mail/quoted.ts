/** What a person wrote, and what stands below it that they quoted or sign with. Together they are the whole text. */
export type Folded = { words: string; quoted: string };

const attributions = [
  /^(?:>\s*)?On\b.{5,300}\bwrote:$/i,
  /^(?:>\s*)?(?:Am|Den|Op)\b.{5,300}(?:schrieb\b.{0,200}|skrev\b.{0,200}|schreef\b.{0,200}):$/i,
  /^(?:>\s*)?Le\b.{5,300}\ba écrit\s*:$/i,
  /^(?:>\s*)?El\b.{5,300}\bescribió:$/i,
  /^(?:>\s*)?(?:Il giorno|Em|W dniu)\b.{5,300}:$/i,
  /^.{1,200}<[^<>\s]+@[^<>\s]+>.{0,80}(?:wrote|schrieb|a écrit|escribió)\s*:$/i,
];
const divider =
  /^\s*(?:[-_]{2,}\s*)?(?:original message|ursprüngliche nachricht|originalnachricht|message d'origine|mensaje original)(?:\s*[-_]{2,})?\s*$/i;
const headerLine = /^[*>\s]*(?:From|Von|De|Desde):[*\s]+\S/;
const headerBelow = /^[*>\s]*(?:Sent|Date|To|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado|Para|Asunto):/m;
const signature = /^--\s*$/;
const mostOfSignature = 15;
const forwarded = /^\s*-{2,}\s*(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado)/i;

/**
 * Folds away what was quoted at the end. Answers written between quoted lines stay where they are, and so does what was
 * forwarded: that is what the mail is about. A mail of nothing but quotation is left whole.
 */
export function foldQuoted(text: string): Folded {
  const lines = text.split("\n");
  const at = beginning(lines);
  const words = lines.slice(0, at).join("\n").trimEnd();
  return words.trim() === "" ? { words: text, quoted: "" } : { words, quoted: lines.slice(at).join("\n").trim() };
}

/** The line at which the quotation begins; the number of lines where there is none. */
function beginning(lines: readonly string[]): number {
  const signedAt = lines.findLastIndex((line) => signature.test(line));
  const end = signedAt >= 0 && lines.length - signedAt <= mostOfSignature ? signedAt : lines.length;
  const lastQuoted = lines.findLastIndex((line, n) => n < end && isQuoted(line));
  const lastOwn = lines.findLastIndex((line, n) => n < end && !isQuoted(line) && line.trim() !== "");
  for (const [n, line] of lines.entries()) {
    if (n === end || divider.test(line) || isHeaderBlock(lines, n)) return n;
    if (forwarded.test(line)) return lines.length;
    // Words of their own below a quoted line: they answered between the lines.
    if (isQuoted(line) && lastOwn < n) return n;
    const until = attributedUntil(lines, n);
    if (until > 0 && (lastOwn < until || lastQuoted < n)) return n;
  }
  return lines.length;
}

/** The line after "On … wrote:" that begins here, which mail programs break where it becomes long; 0 where none does. */
function attributedUntil(lines: readonly string[], n: number): number {
  let said = "";
  for (let next = n; next < Math.min(n + 3, lines.length); next++) {
    const line = (lines[next] ?? "").slice(0, 300).trim();
    if (line === "") return 0;
    said = `${said} ${line}`.trim();
    if (attributions.some((form) => form.test(said))) return next + 1;
  }
  return 0;
}

function isQuoted(line: string): boolean {
  return line.startsWith(">");
}

/** "From: … / Sent: …", as Outlook puts it above what it quotes without marks. */
function isHeaderBlock(lines: readonly string[], n: number): boolean {
  return headerLine.test(lines[n] ?? "") && headerBelow.test(lines.slice(n + 1, n + 4).join("\n"));
}
