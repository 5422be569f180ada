import assert from "node:assert/strict";
import { test } from "node:test";
import { isRushed, lacking, lackingDone, putRight, type Reading, recordedOf, unfit, whomOf } from "./line.ts";

const reading = {
  text: "call Ana back about the leak",
  kind: { name: "callback", is_guessed: true },
  owner_id: "me",
  customer_words: "Ana",
  candidates: [{ customer_id: "c1", name: "Hotel Post", contact_id: "a1", contact_name: "Ana", is_sure: true }],
  new_customer: { name: "Ana", kind: "person" },
  due: { due_at: "2026-11-24T15:00:00Z", opens_at: null, read: "", time_zone: "UTC", customer_time_zone: null },
  parts: [],
  notes: [],
  warnings: [],
  quote: null,
} as unknown as Reading;

test("whoever is known comes before somebody new", () => {
  assert.deepEqual(
    whomOf(reading).map((whom) => whom.is),
    ["known", "new"],
  );
});

test("a line becomes a promise to the one who is meant, with the time that was read", () => {
  const [known, someoneNew] = whomOf(reading);
  const due = "2026-11-24T15:00:00Z";
  const plain = { text: reading.text, kind: "callback", due_at: due, owner_id: "me" };
  assert.deepEqual(recordedOf(reading, known, due, ""), { ...plain, customer_id: "c1", contact_id: "a1" });
  assert.deepEqual(recordedOf(reading, someoneNew, due, ""), { ...plain, new_customer: reading.new_customer });
});

test("a window goes with the time it was said with, and not with another one that was taken instead", () => {
  const window = { ...reading, due: { ...reading.due, opens_at: "2026-11-24T13:00:00Z" } } as Reading;
  const [known] = whomOf(window);
  assert.equal(recordedOf(window, known, "2026-11-24T15:00:00Z", "")?.opens_at, "2026-11-24T13:00:00Z");
  assert.equal(recordedOf(window, known, "2026-11-24T17:00:00Z", "")?.opens_at, undefined);
});

test("without a person or a time it says what is missing and records nothing", () => {
  const [known] = whomOf(reading);
  const timeless = { ...reading, due: null };
  const due = "2026-11-24T15:00:00Z";
  const passed = { ...timeless, notes: [{ code: "time_past", field: "due_words", sentence: "" }] } as Reading;
  assert.equal(lacking(timeless, known, null, ""), "unreadable_time");
  assert.equal(lacking(passed, known, null, ""), "time_past");
  assert.equal(lacking({ ...reading, text: " " }, known, due, ""), "text_missing");
  assert.equal(lacking(reading, undefined, due, ""), "to_whom");
  assert.equal(lacking(reading, known, due, ""), null);
  assert.equal(recordedOf(timeless, known, null, ""), null);
  assert.equal(recordedOf(reading, undefined, due, ""), null);
});

test("sooner than half of such work is done it is recorded with a reason, or not at all", () => {
  const [known] = whomOf(reading);
  const odds = [{ share: 0.5, due_at: "2026-11-24T16:00:00Z" }];
  const quoted = { ...reading, quote: { odds, advised_due_at: "2026-11-24T18:00:00Z" } } as Reading;
  const [soon, later] = ["2026-11-24T15:00:00Z", "2026-11-24T16:00:00Z"];
  assert.deepEqual([isRushed(quoted, soon), isRushed(quoted, later)], [true, false]);
  assert.equal(lacking(quoted, known, soon, " "), "reason");
  assert.equal(recordedOf(quoted, known, soon, " "), null);
  assert.equal(recordedOf(quoted, known, soon, "the part is here")?.short_quote_reason, "the part is here");
  assert.equal(recordedOf(quoted, known, later, "the part is here")?.short_quote_reason, undefined);
});

test("a pasted table or a whole letter is no promise, and it says so", () => {
  assert.deepEqual(unfit("one\n\ntwo\r\nthree"), { why: "lines", count: 3 });
  assert.deepEqual(unfit("x".repeat(10_000)), { why: "long" });
  assert.equal(unfit("call Ana\n"), null);
});

test("what was put right on the spot needs no time, and a call is not made by saying so", () => {
  const plate = { ...reading, text: "a new plate", kind: { name: "fix", is_guessed: true }, due: null } as Reading;
  const [known] = whomOf(plate);
  const sent = { text: "a new plate", kind: "fix", owner_id: "me", customer_id: "c1", contact_id: "a1" };
  assert.equal(lackingDone(plate, known), null);
  assert.deepEqual(putRight(plate, known), { ...sent, on_the_spot: true });
  assert.equal(putRight(reading, known), null, "a callback");
  assert.equal(putRight(plate, undefined), null);
});

test("on a customer's page nobody else is meant", () => {
  assert.deepEqual(
    whomOf(reading, { id: "c2", name: "Weber" }).map((whom) => whom.is === "known" && whom.customerId),
    ["c2"],
  );
});
