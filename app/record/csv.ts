/**
 * Rows as a spreadsheet reads them (RFC 4180, with a mark so that it takes the letters for what they are). A cell that a
 * spreadsheet would reckon with is led by an apostrophe: a customer's words must not become a formula.
 */
export function csvOf(
  head: readonly string[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: string | number | boolean | null): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const plain = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return `"${plain.replaceAll('"', '""')}"`;
}
