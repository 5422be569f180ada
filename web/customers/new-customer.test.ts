import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyOfNew } from "./new-customer.ts";

const blank = { name: " Ana Ortiz ", kind: "person" as const, isStandIn: false, contact: "", email: "", phone: "" };

test("a name is enough for somebody new", () => {
  assert.deepEqual(bodyOfNew(blank), { name: "Ana Ortiz", kind: "person" });
  assert.deepEqual(bodyOfNew({ ...blank, name: "Table 7", isStandIn: true }), {
    name: "Table 7",
    kind: "person",
    is_stand_in: true,
  });
});

test("an address belongs to the person themself, or to whom we speak with at an organisation", () => {
  const addresses = [{ channel: "email" as const, address: "a@b.example" }];
  assert.deepEqual(bodyOfNew({ ...blank, email: "a@b.example" }).contacts, [{ name: "Ana Ortiz", addresses }]);
  const firm = { ...blank, name: "Berg Ltd", kind: "organisation" as const, contact: "Ida Berg" };
  assert.deepEqual(bodyOfNew(firm).contacts, [{ name: "Ida Berg", addresses: [] }]);
});
