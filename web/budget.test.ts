import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";

const root = join(import.meta.dirname, "..");
const built = join(root, ".runtime/web");
const kilobyte = 1000;

before(() => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, "boot.cjs"), "build"], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
});

test("the first load has at most 160 kB of script and style, in five files", (t) => {
  const page = readFileSync(join(built, "index.html"), "utf8");
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file = ""]) => file);
  const today = globSync("assets/today-*.js", { cwd: built });
  assert.ok(named.length >= 2 && today.length === 1, `${named} ${today}`);
  const files = withImports([...named, ...today]);
  const bytes = files.reduce((sum, file) => sum + statSync(join(built, `${file}.gz`)).size, 0);
  t.diagnostic(`${Math.round(bytes / kilobyte)} kB`);
  assert.ok(bytes < 160 * kilobyte, `${bytes} bytes`);
  // With the page, two fonts and two questions to the house that is less than ten requests.
  assert.ok(files.length <= 5, files.join(" "));
});

/** These and all that they import before they run. */
function withImports(files: readonly string[]): string[] {
  const all = new Set(files);
  for (const file of all) {
    if (!file.endsWith(".js")) continue;
    const script = readFileSync(join(built, file), "utf8");
    for (const [, name] of script.matchAll(/(?:\bfrom|\bimport)["'`]\.\/([\w.-]+\.js)["'`]/g))
      all.add(`assets/${name}`);
  }
  return [...all];
}

test("no schema of a contract is sent to a browser", () => {
  const scripts = globSync("assets/*.js", { cwd: built }).map((file) => readFileSync(join(built, file), "utf8"));
  assert.ok(scripts.length > 0);
  for (const script of scripts) assert.doesNotMatch(script, /ZodMini|\$ZodType/);
});

test("nothing of Node is in it, and a worker knows what to keep", () => {
  const worker = readFileSync(join(built, "worker.js"), "utf8");
  assert.doesNotMatch(worker, /__SHELL__/);
  assert.match(worker, /\/assets\/desk-[\w-]+\.js/);
});
