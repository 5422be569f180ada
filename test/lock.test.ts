import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

type Package = { version?: string; optionalDependencies?: Record<string, string> };

const lock = JSON.parse(await readFile(new URL("../package-lock.json", import.meta.url), "utf8"));
const packages: Record<string, Package> = lock.packages;

test("the lock file names the packages of every platform, or `npm ci` refuses where one of them cannot be had", () => {
  const wanted = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
  const absent = wanted.filter((name) => !packages[`node_modules/${name}`]);
  assert.deepEqual([wanted.length > 0, absent], [true, []]);
});

test("every direct dependency is pinned to one version", async () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    await readFile(new URL("../package.json", import.meta.url), "utf8"),
  );
  const all: Record<string, string> = { ...dependencies, ...devDependencies, ...optionalDependencies };
  const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  assert.deepEqual(loose, []);
});
