/**
 * Words that a database and a screen can hold: no control characters but line breaks and tabs, no half characters, no
 * marks that turn the reading direction of what stands around them.
 */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{4,}/g, "\n\n\n")
    .trim();
}

/** The same on one line. */
export function plainLine(text: string): string {
  return plain(text.slice(0, 10_000)).replace(/\s+/g, " ");
}
