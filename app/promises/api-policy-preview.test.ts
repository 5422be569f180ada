import assert from "node:assert/strict";
import { test } from "node:test";
import { at, clock, refusal, startPromises } from "#test/harness/promises.ts";

const { newShop, setTime } = await startPromises();

type Preview = {
  rings: { stage: string; at: string; words: string }[];
  told_in_time_until: { at: string; words: string };
  settings: Record<string, unknown>;
};

async function scene() {
  setTime("Mon 9:00");
  const shop = await newShop();
  const preview = async (settings: object, more: object = {}) =>
    (await shop.post("/policies/previews", { settings, due_at: at("Mon 17:00"), ...more })) as unknown as Preview;
  const times = async (settings: object, more: object = {}) =>
    (await preview(settings, more)).rings.map(({ stage, at }) => [stage, clock(at)]);
  return { ...shop, preview, times };
}

test("before a policy is changed one sees when a promise would ring under it", async () => {
  const { times, preview } = await scene();
  assert.deepEqual(await times({}), [
    ["first", "Mon 15:00"],
    ["second", "Mon 16:12"],
    ["due", "Mon 17:00"],
  ]);
  assert.deepEqual(await times({ holding_message: true }), [
    ["first", "Mon 15:00"],
    ["second", "Mon 16:12"],
    ["holding", "Mon 16:36"],
    ["due", "Mon 17:00"],
  ]);
  const { rings, told_in_time_until } = await preview({ useful_notice_share: 0.5 });
  assert.equal(rings[0]?.words, "Monday 2 March, 15:00");
  assert.deepEqual([clock(told_in_time_until.at), told_in_time_until.words], ["Mon 13:00", "Monday 2 March, 13:00"]);
});

test("an estimate counts as the policy would have it, and what is taken back holds as it does with nobody", async () => {
  const { times, preview, call } = await scene();
  await call("PATCH", "/policies", { settings: { holding_message: true } });
  assert.equal((await times({})).length, 4);
  assert.equal((await times({ holding_message: null })).length, 3);
  const due = { due_at: at("Tue 10:00"), estimate: "PT2H" };
  assert.deepEqual((await times({}, due))[0], ["first", "Mon 15:00"]);
  assert.deepEqual((await times({ estimate_in: "clock" }, due))[0], ["first", "Mon 17:00"]);
  assert.equal((await preview({ link_days: 90 })).settings.link_days, 90);
});

test("nothing is foretold for a time that has passed, nor for whom there is not", async () => {
  const { call, ben } = await scene();
  const asked = { settings: {}, due_at: at("Mon 8:00") };
  assert.equal(refusal(await call("POST", "/policies/previews", asked)), "422 due_before_made due_at");
  const nobody = { settings: {}, due_at: at("Mon 17:00"), customer_id: ben.id };
  assert.equal(refusal(await call("POST", "/policies/previews", nobody)), "422 no_such_customer customer_id");
});
