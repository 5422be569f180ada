import assert from "node:assert/strict";
import { test } from "node:test";
import { at, clock, refusal, startPromises } from "#test/harness/promises.ts";

const { newShop, setTime, runUntil, mail } = await startPromises();

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

type Effects = {
  working_day: string;
  samples: { name: string; before: Foretold; after: Foretold }[];
  open: { looked_at: number; has_more: boolean; changed: Changed[] };
};
type Foretold = { rings: { stage: string; at: string }[]; told_in_time_until: string };
type Changed = { text: string; customer: string; owner: string; before: Ring | null; after: Ring | null };
type Ring = { stage: string; at: string };

async function effectScene() {
  const shop = await scene();
  const effects = async (change: Record<string, unknown>) =>
    (await shop.post("/policies/effects", change)) as unknown as Effects;
  const first = ({ open }: Effects) =>
    open.changed.map(({ text, before, after }) => [text, before && clock(before.at), after && clock(after.at)]);
  return { ...shop, effects, first };
}

test("before a policy is changed one sees which open promises would ring at another time", async () => {
  const { promise: make, effects, first, call } = await effectScene();
  await make({ text: "a long one", due_at: at("next Fri 16:00"), estimate: "P3D" });
  await make({ text: "a short one", due_at: at("Mon 17:00") });
  const wider = await effects({ settings: { ring_lead_max_working_days: 3 } });
  assert.deepEqual([wider.open.looked_at, wider.open.has_more, wider.working_day], [2, false, "PT8H"]);
  assert.deepEqual(first(wider), [["a long one", "next Wed 16:00", "next Tue 16:00"]]);
  assert.deepEqual(first(await effects({ settings: {} })), []);
  assert.deepEqual(
    first(await effects({ scope: "kind", name: "visit", settings: { ring_lead_max_working_days: 3 } })),
    [],
  );
  await call("PATCH", "/policies", { settings: { ring_lead_max_working_days: 3 } });
  assert.deepEqual(first(await effects({ settings: { ring_lead_max_working_days: null } })), [
    ["a long one", "next Tue 16:00", "next Wed 16:00"],
  ]);
});

test("once it is changed, what is open rings by it, and nobody is told that the house had slept", async () => {
  const { promise: make, effects, call, story } = await effectScene();
  const { id } = await make({ text: "a long one", due_at: at("next Fri 16:00"), estimate: "P3D" });
  setTime("next Tue 10:00");
  const change = { settings: { ring_lead_max_working_days: 5 } };
  const [foreseen] = (await effects(change)).open.changed;
  assert.deepEqual([foreseen?.after?.stage, clock(foreseen?.after?.at)], ["first", "next Tue 10:00"]);
  await call("PATCH", "/policies", change);
  await runUntil("next Tue 10:01");
  assert.deepEqual(
    (await story(id)).rings.map(({ stage }) => stage),
    ["first"],
  );
  const rung = await mail.waitFor(({ subject }) => /a long one/.test(subject ?? ""));
  assert.doesNotMatch(rung.text ?? "", /was not running/);
  await call("PATCH", "/policies", { settings: { ring_lead_max_working_days: null } });
  await runUntil("next Tue 10:02");
  assert.equal((await story(id)).rings.length, 1);
});

test("promises of every day show what a change would do to their rings and to a word in time", async () => {
  const { effects, ben, call } = await effectScene();
  const { samples } = await effects({ settings: { holding_message: true, useful_notice_share: 0.5 } });
  const [soon] = samples;
  assert.deepEqual(
    [soon?.before.rings.map(({ stage }) => stage), soon?.after.rings.map(({ stage }) => stage)],
    [
      ["first", "second", "due"],
      ["first", "second", "holding", "due"],
    ],
  );
  assert.deepEqual(
    [clock(soon?.before.told_in_time_until ?? ""), clock(soon?.after.told_in_time_until ?? "")],
    ["Mon 10:30", "Mon 10:00"],
  );
  const nobody = { scope: "customer", name: ben.id, settings: {} };
  assert.equal(refusal(await call("POST", "/policies/effects", nobody)), "404 not_found");
});
