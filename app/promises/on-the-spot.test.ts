import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { at, refusal, startPromises } from "#test/harness/promises.ts";

const { newShop, setTime } = await startPromises();

beforeEach(() => setTime("Mon 19:30"));

const plate = { text: "a new plate", kind: "fix", on_the_spot: true };

test("what was put right on the spot is recorded and kept in one stroke, and stands outside of every rate", async () => {
  const shop = await newShop();
  const new_customer = { name: "table 7", kind: "person", is_stand_in: true };
  const done = await shop.post("/promises", { ...plate, new_customer });
  assert.deepEqual([done.state, done.recorded_afterwards, done.settled_at], ["kept", true, at("Mon 19:30")]);
  const journal = await shop.journal(String(done.customer_id));
  assert.deepEqual(journal.slice(-2), ["promise made", "promise kept"]);
});

test("told later, as after a time without a connection, it was done when it was done", async () => {
  const shop = await newShop();
  setTime("Mon 22:00");
  const done = await shop.post("/promises", { ...plate, customer_id: shop.marta.id, made_at: at("Mon 19:30") });
  assert.deepEqual([done.state, done.settled_at, done.late_at], ["kept", at("Mon 19:30"), null]);
});

test("it has no due, and a call is not made by saying so", async () => {
  const shop = await newShop();
  const said = { ...plate, customer_id: shop.marta.id };
  const no = async (more: object) => refusal(await shop.call("POST", "/promises", { ...said, ...more }));
  assert.equal(await no({ due_at: at("Tue 12:00") }), "422 due_on_the_spot due_at");
  assert.equal(await no({ made_at: at("Tue 12:00") }), "422 made_in_future made_at");
  assert.equal(await no({ kind: "callback" }), "422 deed_does_not_fit told");
  assert.deepEqual((await shop.get("/promises")).items, [], "nothing is half done");
});

test("who arrives just now need not say when: our clock does", async () => {
  const shop = await newShop();
  const visit = await shop.promise({ kind: "visit", opens_at: at("Tue 10:00") });
  setTime("Tue 10:40");
  const { state, arrived_at } = await shop.post(`/promises/${visit.id}/keeps`, { arrived_at: "now" });
  assert.deepEqual([state, arrived_at], ["kept", at("Tue 10:40")]);
});
