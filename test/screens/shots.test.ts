import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { shots } from "./shots.ts";

test("every screen of the staff's app has its picture, and every picture a screen", () => {
  const routes = readFileSync(new URL("../../web/routes.tsx", import.meta.url), "utf8");
  const paths = [...routes.matchAll(/path: "([^"]+)"/g)].map(([, path]) => path).filter((path) => path !== "/");
  assert.ok(paths.length > 20);
  assert.deepEqual([...new Set(shots.map(({ path }) => path))].sort(), paths.sort());
});
