import assert from "node:assert/strict";
import { test } from "node:test";
import { weekdays } from "#base/calendar.ts";
import { blocksOf, nextBlock, withDays } from "./week.ts";

const monday = [
  { weekday: 1, from: "09:00", to: "12:00" },
  { weekday: 1, from: "13:00", to: "17:00" },
] as const;

test("the hours of a day are copied to others, in place of what stood there", () => {
  const week = withDays([...monday, { weekday: 2, from: "10:00", to: "11:00" }], [2, 5], blocksOf(monday, 1));
  assert.deepEqual(
    week.map(({ weekday, from }) => `${weekday} ${from}`),
    ["1 09:00", "1 13:00", "2 09:00", "2 13:00", "5 09:00", "5 13:00"],
  );
});

test("a day without hours is a closed day", () => assert.deepEqual(withDays(monday, weekdays, []), []));

test("a further block begins after the break, and where the day is full nothing is guessed", () => {
  assert.deepEqual(nextBlock([]), { from: "09:00", to: "17:00" });
  assert.deepEqual(nextBlock([{ from: "09:00", to: "12:00" }]), { from: "13:00", to: "17:00" });
  assert.deepEqual(nextBlock([{ from: "18:00", to: "22:00" }]), { from: "23:00", to: "24:00" });
  assert.deepEqual(nextBlock([{ from: "18:00", to: "02:00" }]), { from: "02:00", to: "" });
  assert.deepEqual(nextBlock([{ from: "00:00", to: "24:00" }]), { from: "", to: "" });
});
