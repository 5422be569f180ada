import assert from "node:assert/strict";
import { test } from "node:test";
import type { Aids } from "./aids.ts";
import { recordedOf, whomOf } from "./line.ts";
import { readAway } from "./read-away.ts";

const berlin = "Europe/Berlin";
const weekdays = [1, 2, 3, 4, 5] as const;
const aids: Aids = {
  time_zone: berlin,
  language: "en",
  calendar: {
    time_zone: berlin,
    week: weekdays.map((weekday) => ({ weekday, from: "09:00", to: "17:00" })),
    days: [{ on: "2026-11-26", blocks: [] }],
  },
  kinds: ["table_ready"],
  members: [{ id: "karim", name: "Karim El Amrani" }],
  customers: [
    { id: "post", name: "Hotel Post", time_zone: "Europe/London", contacts: [{ id: "ana", name: "Ana Vogt" }] },
    { id: "weber", name: "Jürgen Weber", time_zone: null, contacts: [] },
    { id: "weber2", name: "Heidi Weber", time_zone: null, contacts: [] },
  ],
};
const mondayTen = Date.parse("2026-11-23T09:00:00Z");
const read = (line: string) => readAway(line, aids, "me", mondayTen);

test("without the house a line is read by the same rules: who, what, and the exact time", () => {
  const { text, kind, due, candidates, owner_id, readAt } = read("call Ana back tomorrow 3pm about the leak @karim");
  assert.deepEqual([text, kind.name, owner_id], ["call Ana back about the leak", "callback", "karim"]);
  assert.deepEqual([due?.due_at, due?.time_zone], ["2026-11-24T14:00:00Z", berlin]);
  assert.deepEqual(candidates, [
    {
      ...{ customer_id: "post", name: "Hotel Post", time_zone: "Europe/London" },
      ...{ contact_id: "ana", contact_name: "Ana Vogt", is_sure: true },
    },
  ]);
  assert.equal(readAt, "2026-11-23T09:00:00.000Z");
});

test("a slip in a name finds whom it means, and two of one name are both offered", () => {
  assert.deepEqual(
    read("for Webber: new tap by Friday").candidates.map(({ customer_id }) => customer_id),
    ["weber", "weber2"],
  );
  assert.equal(read("call Weber back tomorrow").candidates.filter(({ is_sure }) => is_sure).length, 0);
});

test("that we are closed then is known here, too", () => {
  const [closed] = read("Hotel Post: fix the boiler on Thursday at noon").warnings;
  assert.deepEqual([closed?.code, closed?.at], ["closed_at_due", "2026-11-25T16:00:00Z"]);
});

test("what is sent later was said when it was said, and a name that is new here may be known to the house", () => {
  const fresh = read("for Chiara: a quote by Friday");
  const [whom] = whomOf(fresh);
  assert.deepEqual(recordedOf(fresh, whom, fresh.due?.due_at ?? null, ""), {
    ...{ text: "a quote", kind: "price_quote", owner_id: "me", due_at: "2026-11-27T16:00:00Z" },
    made_at: "2026-11-23T09:00:00.000Z",
    new_customer: { name: "Chiara", kind: "person", is_stand_in: false, unless_known: true },
  });
});
