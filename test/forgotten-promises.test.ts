import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

const root = join(import.meta.dirname, "..");
// Inside the house, since the rule needs its types, and in a folder that no other check reads.
mkdirSync(join(root, ".runtime"), { recursive: true });
const folder = mkdtempSync(join(root, ".runtime", "planted-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("a promise that nobody waits for is caught, one that is awaited is not", () => {
  assert.match(findings("export async function save() { Promise.resolve(1); }"), /no-floating-promises/);
  assert.match(findings("export function each() { [1].forEach(async () => {}); }"), /no-misused-promises/);
  assert.doesNotMatch(findings("export async function save() { await Promise.resolve(1); }"), /promises\)/);
});

function findings(code: string): string {
  const file = join(folder, "planted.ts");
  writeFileSync(file, `${code}\n`);
  const oxlint = join(root, "node_modules", ".bin", "oxlint");
  const { stdout } = spawnSync(oxlint, ["--no-ignore", "-c", join(root, ".oxlintrc.json"), file], { encoding: "utf8" });
  assert.match(stdout, /on 1 file/);
  return stdout;
}
