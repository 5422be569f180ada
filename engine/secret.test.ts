import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { derive, houseSecret } from "./secret.ts";

const folder = mkdtempSync(join(tmpdir(), "truepenny-secret-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("the house's key is made once, for its owner's eyes only, and is the same ever after", () => {
  const data = join(folder, "new", "data");
  const first = houseSecret(data);
  assert.match(first, /^[\w-]{43}$/);
  assert.equal(houseSecret(data), first);
  assert.equal(statSync(join(data, "secret")).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(data), ["secret"]);
});

test("a key given in the environment is used, and none is written", () => {
  const data = join(folder, "given");
  assert.equal(houseSecret(data, "a key that the environment gives"), "a key that the environment gives");
  assert.throws(() => statSync(data));
});

test("an emptied key is refused, because a new one would lock the old data", () => {
  writeFileSync(join(folder, "secret"), "\n");
  assert.throws(() => houseSecret(folder), { code: "secret_too_short" });
  assert.throws(() => houseSecret(folder, "hunter2"), { code: "secret_too_short", message: /TRUEPENNY_SECRET/ });
});

test("keys for two purposes have nothing in common", () => {
  assert.notEqual(derive("s", "links"), derive("s", "cookies"));
  assert.equal(derive("s", "links"), derive("s", "links"));
});
