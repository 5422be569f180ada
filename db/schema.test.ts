import assert from "node:assert/strict";
import { test } from "node:test";
import { freshDatabase } from "#test/harness/database.ts";
import { describedBy, writtenDown } from "#test/harness/schema.ts";

const { owner } = await freshDatabase();
const described = await describedBy(owner);
const written = await writtenDown();

test("db/schema.sql says what the migrations make; else run `npm run schema` and read the difference", () => {
  assert.equal(described.schema, written.schema);
});

test("db/tables.ts has the row types of the migrated database; else run `npm run schema`", () => {
  assert.equal(unspaced(described.tables), unspaced(written.tables));
});

test("every table of the business stands behind Row Level Security", () => {
  const open = described.schema.split("\n").filter((line) => line.endsWith(" walled false"));
  // The migrations' own table belongs to no workspace, and neither role may read it.
  assert.deepEqual(open, ["migrations walled false"]);
});

/** The formatter may break a line where the generator did not. */
function unspaced(text: string): string {
  return text.replace(/\s+/g, " ");
}
