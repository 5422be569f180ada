import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { rows } from "./rows.ts";

const run = promisify(execFile);

test("every row of the bench can be measured: its statements, its requests, its figures", async () => {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, "run.ts"), "--quick"]);
  for (const name of Object.keys(rows)) assert.match(stdout, new RegExp(`^${name}: .+ \\((aim|must|missed)\\)$`, "m"));
  assert.doesNotMatch(stdout, /NaN|Infinity|undefined/);
});
