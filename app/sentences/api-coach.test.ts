import assert from "node:assert/strict";
import { test } from "node:test";
import { actorOfKey } from "#app/members/store-keys.ts";
import { instant } from "#base/instant.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { sentencesApi } from "./api.ts";

const { db } = await freshDatabase();
const monday = instant("2026-11-23T09:00:00Z");
const doors = await startDoors(db, sentencesApi, { authenticate: actorOfKey, now: () => monday });

type Points = { rule: string; from: number; to: number; why: string; better: string | null }[];
type Rules = { rule: string; dismissed_by_me: boolean; shown: number; heeded: number; dismissed: number }[];

async function house() {
  const { apiKey } = await newWorkspace(db);
  const call = doors.as(apiKey);
  const advise = async (text: string, more: object = {}) =>
    (await call("POST", "/sentences/advice", { text, ...more })).body;
  const ruleOf = (body: object, name: string) => (body as { items: Rules }).items.find(({ rule }) => rule === name);
  return { call, advise, ruleOf };
}

const sure = "We are always here for you, and I guarantee it.";

test("a text is answered with what could be said better, at the words, and why", async () => {
  const { advise } = await house();
  const { language, cannot_say, points } = await advise(sure, { is_signed: true, language: "en" });
  assert.deepEqual([language, cannot_say], ["en", null]);
  assert.deepEqual(
    (points as Points).map(({ rule, from, to, better }) => [rule, sure.slice(from, to), better]),
    [
      ["absolute", "always", "usually"],
      ["absolute", "I guarantee", "expect"],
    ],
  );
  assert.match((points as Points)[0]?.why ?? "", /Nobody can keep this every time/);
  assert.deepEqual((await advise("Goededag, wij komen morgen.")).cannot_say, "unknown_language");
});

test("of a message without end the beginning is coached, and that is said", async () => {
  const { advise } = await house();
  const text = `${sure} ${"The sun was out all day and we sat. ".repeat(25_000)}`;
  const { cannot_say, points } = await advise(text, { is_signed: true, language: "en" });
  assert.equal(cannot_say, "too_long");
  assert.ok((points as Points).some(({ rule }) => rule === "absolute"));
});

test("a rule is dismissed for good by one member, and can be wanted again", async () => {
  const { call, advise, ruleOf } = await house();
  const dismissed = await call("POST", "/sentences/advice_dismissals", { rule: "absolute" });
  assert.deepEqual([dismissed.status, ruleOf(dismissed.body, "absolute")?.dismissed_by_me], [200, true]);
  assert.deepEqual((await advise(sure, { is_signed: true, language: "en" })).points, []);
  const twice = await call("POST", "/sentences/advice_dismissals", { rule: "absolute" });
  assert.equal(ruleOf(twice.body, "absolute")?.dismissed, 1, "said twice it is said once");
  const again = await call("POST", "/sentences/advice_dismissals", { rule: "absolute", dismissed: false });
  assert.equal(ruleOf(again.body, "absolute")?.dismissed_by_me, false);
  assert.equal(((await advise(sure, { is_signed: true, language: "en" })).points as Points).length, 2);
  const other = await house();
  assert.equal(ruleOf((await other.call("GET", "/sentences/advice_rules")).body, "absolute")?.dismissed, 0);
});

test("what was shown and what was heeded is counted for each rule", async () => {
  const { call, ruleOf } = await house();
  await call("POST", "/sentences/advice_outcomes", { shown: ["absolute", "absolute", "blame"], heeded: ["absolute"] });
  const { body } = await call("POST", "/sentences/advice_outcomes", { shown: ["absolute"], heeded: [] });
  const { shown, heeded } = ruleOf(body, "absolute") ?? {};
  assert.deepEqual([shown, heeded, ruleOf(body, "blame")?.shown, ruleOf(body, "jargon")?.shown], [3, 1, 1, 0]);
  assert.equal((await call("POST", "/sentences/advice_outcomes", { shown: ["sarcasm"], heeded: [] })).status, 422);
});
