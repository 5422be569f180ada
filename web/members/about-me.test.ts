import assert from "node:assert/strict";
import { test } from "node:test";
import { changeOf, typedOf } from "./about-me.ts";

const ana = { name: "Ana", language: null, time_zone: null, quiet_from: "21:00", quiet_until: "07:00" };
const saved = typedOf(ana);

test("what is not set shows as empty, and a country's German as German", () => {
  assert.deepEqual([saved.language, saved.timeZone], ["own", ""]);
  assert.equal(typedOf({ ...ana, language: "de-AT" }).language, "de");
});

test("what was not touched is not sent", () => assert.equal(changeOf(saved, { ...saved }), null));

test("only what was changed is sent, and what was emptied goes back to the business's own", () => {
  const typed = { ...saved, name: "Ana Ortiz", quietFrom: "", timeZone: " Europe/Berlin " };
  assert.deepEqual(changeOf(saved, typed), { name: "Ana Ortiz", time_zone: "Europe/Berlin", quiet_from: null });
});
