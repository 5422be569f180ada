import assert from "node:assert/strict";
import { test } from "node:test";
import { hashPassword, isPassword, mayBePassword } from "./password.ts";

test("a password is known again, and only it", async () => {
  const kept = await hashPassword("correct horse battery");
  assert.ok(await isPassword("correct horse battery", kept));
  assert.ok(!(await isPassword("correct horse batterz", kept)));
  assert.ok(!(await isPassword("", kept)));
});

test("the hash names its own costs, and two of the same password are not alike", async () => {
  const [one, other] = await Promise.all([hashPassword("the same password"), hashPassword("the same password")]);
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  assert.notEqual(one, other);
});

test("letters typed with another keyboard's accents are the same letters", async () => {
  const kept = await hashPassword("\u00fcmlaut passw\u00f6rd");
  assert.ok(await isPassword("u\u0308mlaut passwo\u0308rd", kept));
});

test("what is no hash is nobody's password", async () => {
  for (const kept of ["", "plain", "$argon2id$v=19$m=1$x$y", "$2b$10$abcdefghijklmnopqrstuv"]) {
    assert.ok(!(await isPassword("plain", kept)));
  }
});

test("ten characters are enough, nine are not", () => {
  assert.equal(mayBePassword("0123456789"), null);
  assert.equal(mayBePassword("012345678")?.code, "password_too_short");
  assert.equal(mayBePassword("x".repeat(201))?.code, "password_too_long");
});
