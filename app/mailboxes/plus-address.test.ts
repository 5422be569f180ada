import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { plusAddress, tokenAmong } from "./plus-address.ts";

const id = "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b";

test("an answer finds the mail that it answers by the address it was sent to", () => {
  const secret = "the house's key";
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom("reply" as const, "member" as const), (some, is) => {
      const address = plusAddress("hello@ortiz.example", { is, id: some }, secret, "w") ?? "";
      assert.match(address, /^hello\+[rp][a-z2-7]{42}@ortiz\.example$/);
      assert.deepEqual(tokenAmong(["ana@example.com", address.toUpperCase()], secret, "w"), { is, id: some });
    }),
  );
});

test("a token that is guessed, changed, of another business or another house is none", () => {
  const address = plusAddress("hello@ortiz.example", { is: "reply", id }, "key", "w") ?? "";
  assert.equal(tokenAmong([address], "another key", "w"), null);
  assert.equal(tokenAmong([address], "key", "another workspace"), null);
  assert.equal(tokenAmong([address.replace("+r", "+p")], "key", "w"), null);
  for (const place of [8, 20, 40, 45]) {
    const other = address[place] === "a" ? "b" : "a";
    assert.equal(tokenAmong([address.slice(0, place) + other + address.slice(place + 1)], "key", "w"), null);
  }
  assert.equal(tokenAmong(["hello+newsletter@ortiz.example", "+r@x", ""], "key", "w"), null);
});
