import assert from "node:assert/strict";
import { test } from "node:test";
import { base64Of } from "./base64.ts";
import { tooMuch } from "./files.ts";

test("more than a message carries is said before anything is sent", () => {
  assert.equal(tooMuch([10_000_000, 10_000_000]), null);
  assert.equal(tooMuch([10_000_000, 10_000_001])?.code, "attachments_too_large");
  assert.equal(tooMuch(Array(20).fill(1)), null);
  assert.equal(tooMuch(Array(21).fill(1))?.code, "too_many_files");
});

test("bytes travel as base64, however many", async () => {
  const bytes = Buffer.from(Array.from({ length: 20_000 }, (_, at) => at % 256));
  assert.equal(await base64Of(new Blob([bytes])), bytes.toString("base64"));
});
