import { readInstant } from "./types.ts";

/** A row of the database as the record the business speaks of: the same fields, in TypeScript's spelling. */
export function fromRow<T>(row: object): T {
  const { blank, fields } = shapeOf(Object.keys(row));
  const record = { ...blank };
  let place = 0;
  for (const value of Object.values(row)) record[(fields[place++] as Field).name] = value;
  return record as T;
}

/** As fromRow, for a row that came as JSON, which has no instants: what is named for one is read as one. */
export function fromJson<T>(row: object): T {
  const { blank, fields } = shapeOf(Object.keys(row));
  const record = { ...blank };
  let place = 0;
  for (const value of Object.values(row)) {
    const { name, isInstant } = fields[place++] as Field;
    record[name] = isInstant && typeof value === "string" ? readInstant(value) : value;
  }
  return record as T;
}

/** A record as the row it is kept in. Fields left out stay out. */
export function toRow(record: object): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(record)) row[columnOf(field)] = value;
  return row;
}

/** The column in which a field is kept. */
export function columnOf(field: string): string {
  const known = columns.get(field);
  if (known) return known;
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columns.set(field, column);
  return column;
}

/** There are as many as the records of the code have fields. */
const columns = new Map<string, string>();

type Field = { name: string; isInstant: boolean };

/** What rows of the same columns become. A copy of `blank` has its fields from the start: to add dozens one by one is slow. */
type Shape = { columns: string[]; blank: Record<string, unknown>; fields: Field[] };

const shapes = new Map<string, Shape>();
let latest: Shape = { columns: [], blank: {}, fields: [] };

function shapeOf(columns: string[]): Shape {
  // Rows come many of a kind: to compare is quicker than to look up under so long a key.
  if (!isSame(columns, latest.columns)) latest = shapes.get(columns.join()) ?? newShape(columns);
  return latest;
}

function isSame(some: string[], others: string[]): boolean {
  return some.length === others.length && some.every((column, place) => column === others[place]);
}

function newShape(columns: string[]): Shape {
  const fields = columns.map((column) => ({
    name: column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    isInstant: column === "at" || column.endsWith("_at"),
  }));
  // Read from a text, since V8 keeps an object as a plain structure that is read whole, however many fields it has.
  const blank = JSON.parse(`{${fields.map(({ name }) => `${JSON.stringify(name)}:null`).join()}}`);
  const shape = { columns, blank, fields };
  shapes.set(columns.join(), shape);
  return shape;
}
