import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "#base/id.ts";
import { seal, unseal } from "./sealed.ts";

const workspaceId = newId();
const url = "smtp://ana:pässwort@mail.example.com:587";

test("what is sealed can be read again by the same house for the same workspace", () => {
  const sealed = seal(url, "the house's secret", workspaceId);
  assert.equal(unseal(sealed, "the house's secret", workspaceId), url);
  assert.ok(!sealed.includes("mail.example.com"));
});

test("the same text sealed twice does not look the same", () => {
  assert.notDeepEqual(seal(url, "secret", workspaceId), seal(url, "secret", workspaceId));
});

test("another house, another workspace or a changed byte open nothing", () => {
  const sealed = seal(url, "secret", workspaceId);
  const refusal = { code: "sealed_with_another_key" };
  assert.throws(() => unseal(sealed, "another secret", workspaceId), refusal);
  assert.throws(() => unseal(sealed, "secret", newId()), refusal);
  for (const at of [0, 13, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.throws(() => unseal(changed, "secret", workspaceId), refusal);
  }
  assert.throws(() => unseal(sealed.subarray(0, 20), "secret", workspaceId), refusal);
});
