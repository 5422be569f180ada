import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyOfNew, changeOf, hrefOf, typedOf } from "./contact-form.ts";

const blank = typedOf(null);

test("of a contact only what was changed is sent", () => {
  assert.equal(changeOf(blank, blank), null);
  assert.deepEqual(changeOf({ ...blank, channel: "phone" }, { ...blank, quietFrom: "20:00" }), {
    preferred_channel: null,
    quiet_from: "20:00",
  });
});

test("a new contact comes with the addresses that were typed", () => {
  assert.deepEqual(bodyOfNew({ ...blank, name: " Ida ", phone: "+49 30 1234" }), {
    name: "Ida",
    addresses: [{ channel: "phone", address: "+49 30 1234" }],
  });
});

test("an address opens the mail program or the telephone, a postal one nothing", () => {
  assert.equal(hrefOf("email", "ana?x@ortiz.example"), "mailto:ana%3Fx@ortiz.example");
  assert.equal(hrefOf("phone", "+49301234"), "tel:+49301234");
  assert.equal(hrefOf("letter", "Weg 3"), null);
});
