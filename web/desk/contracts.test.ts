import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

test("every contract that the server has is known to the staff's app", () => {
  const root = join(import.meta.dirname, "../..");
  const known = readFileSync(join(import.meta.dirname, "contracts.ts"), "utf8");
  const there = globSync("app/*/wire*.ts", { cwd: root }).flatMap((file) => {
    const [, name] = /^export const (\w+Contract) = /m.exec(readFileSync(join(root, file), "utf8")) ?? [];
    return name ? [`import type { ${name} } from "#${file}"`] : [];
  });
  assert.ok(there.length > 10);
  assert.deepEqual(
    there.filter((line) => !known.includes(line)),
    [],
  );
});
