import { readInstant } from "./types.ts";

/** A row of the database as the record the business speaks of: the same fields, in TypeScript's spelling. */
export function fromRow<T>(row: object): T {
  const record: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) record[spelled(column).field] = value;
  return record as T;
}

/** As fromRow, for a row that came as JSON, which has no instants: what is named for one is read as one. */
export function fromJson<T>(row: object): T {
  const record: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    const { field, isInstant } = spelled(column);
    record[field] = isInstant && typeof value === "string" ? readInstant(value) : value;
  }
  return record as T;
}

/** A record as the row it is kept in. Fields left out stay out. */
export function toRow(record: object): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(record))
    row[field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] = value;
  return row;
}

type Spelling = { field: string; isInstant: boolean };

const spellings = new Map<string, Spelling>();

function spelled(column: string): Spelling {
  const known = spellings.get(column);
  if (known) return known;
  const field = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const spelling = { field, isInstant: column === "at" || column.endsWith("_at") };
  spellings.set(column, spelling);
  return spelling;
}
