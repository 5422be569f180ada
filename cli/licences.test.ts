import assert from "node:assert/strict";
import { test } from "node:test";
import { installedPackages } from "./licences.ts";

// Each lets anybody use, change and pass on the house. Of MPL-2.0 a changed file of theirs stays open; we change none.
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "PSF-2.0",
  "Unlicense",
]);

test("every package that the house is made of has a licence that lets anybody use and pass it on", () => {
  const packages = installedPackages();
  assert.ok(packages.length > 200 && packages.some(({ name, serves }) => name === "fastify" && serves));
  assert.deepEqual(
    packages.filter(({ licence }) => !isAllowed(licence)),
    [],
  );
});

test("of two licences joined by OR one is enough, of two joined by AND both must do, and none is not enough", () => {
  const cases = [
    "(MIT OR GPL-3.0)",
    "GPL-3.0 OR AGPL-3.0",
    "(ISC AND CC-BY-3.0)",
    "MIT AND GPL-2.0",
    "",
    "SEE LICENSE",
  ];
  assert.deepEqual(cases.map(isAllowed), [true, false, true, false, false, false]);
});

/** Licences are written as SPDX has it; none of ours nests deeper than one kind of joint. */
function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, "");
  return plain.split(" OR ").some((choice) => choice.split(" AND ").every((one) => allowed.has(one)));
}
