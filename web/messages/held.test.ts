import assert from "node:assert/strict";
import { test } from "node:test";
import { nothingTyped, sentOf } from "./held.ts";

const typed = { ...nothingTyped, contactId: "a1", body: " The roof leaks again. " };

test("a call is written down with whom, who spoke, what was said, and when where that was said", () => {
  const sent = { contact_id: "a1", direction: "out", channel: "phone", body: "The roof leaks again." };
  assert.deepEqual(sentOf(typed, "UTC"), sent);
  assert.deepEqual(sentOf({ ...typed, who: "in", at: "2026-11-23T14:30" }, "Europe/Berlin"), {
    ...sent,
    direction: "in",
    at: "2026-11-23T13:30:00.000Z",
  });
});

test("a visit, a letter and words in another program have ways of their own", () => {
  const channel = (part: object) => sentOf({ ...typed, ...part }, "UTC").channel;
  assert.equal(channel({ way: "visit" }), "in_person");
  assert.equal(channel({ way: "letter" }), "letter");
  assert.equal(channel({ way: "elsewhere", channel: "chat" }), "chat");
});

test("a note is for us, whoever spoke", () => {
  assert.equal(sentOf({ ...typed, way: "note", who: "in" }, "UTC").direction, "note");
});
