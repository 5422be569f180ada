/**
 * A line of a table as programs for tables read it (RFC 4180), with its line end. Lists and objects stand as JSON, nothing
 * as an empty field. A text that such a program would take for a formula gets an apostrophe before it (`'=1+1`, and so
 * also `'+49 170 …`); numbers stay numbers.
 */
export function csvLine(values: readonly unknown[]): string {
  return `${values.map(field).join(",")}\r\n`;
}

function field(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const harmless = /^[=+\-@\t\r\n\0]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
