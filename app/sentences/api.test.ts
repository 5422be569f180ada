import assert from "node:assert/strict";
import { test } from "node:test";
import { readChain } from "#app/journal/store.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import { instant } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { sentencesApi } from "./api.ts";

const { db } = await freshDatabase();
const monday = instant("2026-11-23T09:00:00Z");
const doors = await startDoors(db, sentencesApi, { authenticate: actorOfKey, now: () => monday });

type Items = { sentence: string; what: string; due_at: string | null; conditional: boolean; score: number }[];

async function house() {
  const { workspaceId, apiKey } = await newWorkspace(db);
  const call = doors.as(apiKey);
  const find = async (text: string, language?: string) =>
    (await call("POST", "/sentences/found", { text, ...(language && { language }) })).body;
  const answer = (sentence: string, isPromise: boolean) =>
    call("POST", "/sentences/answers", { sentence, is_promise: isPromise, language: "en" });
  return { workspaceId, call, find, answer };
}

test("a letter's promises are found with the act, the words for the time, and the time in the member's zone", async () => {
  const { find } = await house();
  const letter =
    "Dear Ms Vogt,\n\nthank you for your call. I'll send you the offer by Friday noon. " +
    "If you send us the model number, we will check the price.\n\nBest regards\nAna";
  assert.deepEqual(await find(letter), {
    language: "en",
    cannot_say: null,
    items: [
      {
        sentence: "I'll send you the offer by Friday noon.",
        at: 40,
        who: "writer",
        name: null,
        what: "send you the offer by Friday noon",
        conditional: false,
        rules: ["I will", "service", "to the reader", "a time is said"],
        due_words: "by Friday noon",
        due_at: "2026-11-27T11:00:00Z",
        score: 0.982,
      },
      {
        sentence: "If you send us the model number, we will check the price.",
        at: 80,
        who: "team",
        name: null,
        what: "check the price",
        conditional: true,
        rules: ["we will", "service", "if, before"],
        due_words: null,
        due_at: null,
        score: 0.937,
      },
    ],
  });
});

test("in a language we do not know it says that it cannot say", async () => {
  const { find } = await house();
  const italian = "Gentile signora, le invio domani il preventivo che non era allegato. Grazie per la pazienza.";
  assert.deepEqual(await find(italian), { language: null, cannot_say: "unknown_language", items: [] });
  assert.equal((await find("I will call you tomorrow.", "nl")).cannot_say, "unknown_language");
  assert.equal((await find("")).cannot_say, "unknown_language");
});

test("of a message without end the beginning is read, and that is said", async () => {
  const { find } = await house();
  const { cannot_say, items } = await find(
    `I will call you tomorrow. ${"The sun was out all day and we sat. ".repeat(25_000)}`,
  );
  assert.deepEqual([cannot_say, (items as Items).length], ["too_long", 1]);
});

test("beyond a million letters a text is refused with a sentence, and nothing of it is answered", async () => {
  const { call } = await house();
  for (const path of ["/sentences/found", "/sentences/advice"]) {
    const { status, body } = await call("POST", path, { text: "I will call you. ".repeat(60_000), language: "en" });
    assert.deepEqual([status, body.code, body.field], [422, "invalid_field", "text"], JSON.stringify(body));
  }
});

test("answers are kept without the sentence, and a workspace that says no often enough is no longer shown such", async () => {
  const { workspaceId, call, find, answer } = await house();
  const doubtful = "Let me check the cellar.";
  const shown = async () => ((await find(doubtful, "en")).items as Items).length;
  assert.equal(await shown(), 1);
  const { status, body } = await answer(doubtful, false);
  assert.deepEqual([status, body.rules], [201, ["let me", "service"]]);
  for (let n = 0; n < 8; n++) await answer(doubtful, false);
  assert.equal(await shown(), 0);
  assert.equal(((await find("I'll send you the offer by Friday noon.", "en")).items as Items).length, 1);
  const [newest] = await inWorkspace(db, workspaceId, (tx) => readChain(tx, workspaceId, workspaceId, { limit: 1 }));
  assert.equal(newest?.what, "sentence answered");
  assert.doesNotMatch(newest?.entry ?? "", /cellar/);
  assert.match(newest?.entry ?? "", /"rules":\["let me","service"\],"is_promise":false/);
  const other = await house();
  assert.equal(((await other.find(doubtful, "en")).items as Items).length, 1);
  const unclear = await call("POST", "/sentences/answers", { sentence: "Ok!", is_promise: true });
  assert.deepEqual([unclear.status, unclear.body.code], [422, "unknown_language"]);
});
