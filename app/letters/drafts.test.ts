import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";
import { createApiKey } from "#app/members/actions-keys.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import { instant } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newPeople } from "#test/harness/people.ts";
import { startDoors } from "#test/harness/server.ts";
import { lettersApi } from "./api.ts";
import { checkDraft, draftNames, filled } from "./draft.ts";
import { wordsFor } from "./store.ts";
import { languages } from "./words.ts";

const { db } = await freshDatabase();
const monday = instant("2026-11-23T09:00:00Z");
const { as } = await startDoors(db, lettersApi, { authenticate: actorOfKey, now: () => monday });

type Draft = { name: string; text: string; ours: string; house: { version: number } | null; own: object | null };

async function scene() {
  const people = await newPeople(db, 0);
  const ben = { memberId: people.benId, name: "own" };
  const key = await inWorkspace(db, people.workspaceId, (tx) =>
    createApiKey(tx, people.workspaceId, "machine", ben, monday),
  );
  const [call, benCall] = [as(people.apiKey), as(key.secret)];
  const move = async (of = call) => {
    const { items } = (await of("GET", "/drafts?language=de")).body as { items: Draft[] };
    return items.find(({ name }) => name === "move");
  };
  return { ...people, call, benCall, move };
}

test("every draft is written in every language of the letters, and names only what is filled in", async () => {
  const files = await readdir(new URL("./languages/", import.meta.url));
  assert.deepEqual(files.map((file) => file.replace(/\.ts$/, "")).toSorted(), [...languages].toSorted());
  for (const language of languages) {
    const { drafts } = await wordsFor(language);
    for (const name of draftNames) {
      assert.equal(checkDraft(name, drafts[name]), null, `${language} ${name}`);
      assert.match(drafts[name], /^\S.*\{name\},\n\n\S/, `${language} ${name}`);
    }
  }
});

test("what is filled into a draft is never read as a place itself", () => {
  assert.equal(
    filled("{name}: {promise} {other}", { name: "{promise}", promise: "the tap" }),
    "{promise}: the tap {other}",
  );
});

test("a house writes a draft anew, a member in a tone of their own, and both can take it back", async () => {
  const { call, benCall, move } = await scene();
  const change = (text: string | null) => ({ name: "move", language: "de", text });
  const before = await move();
  assert.equal(before?.text, before?.ours);
  await call("PATCH", "/drafts", change("Moin {name}, es wird {due}."));
  assert.equal((await move(benCall))?.text, "Moin {name}, es wird {due}.");
  await benCall("PATCH", "/drafts/own", change("Servus {name}!"));
  assert.deepEqual(
    [(await move(benCall))?.text, (await move())?.text],
    ["Servus {name}!", "Moin {name}, es wird {due}."],
  );
  await benCall("PATCH", "/drafts/own", change(null));
  await call("PATCH", "/drafts", change(null));
  assert.deepEqual(await move(benCall), before);
});

test("a place that nobody fills in is refused, with those that there are", async () => {
  const { call } = await scene();
  const { status, body } = await call("PATCH", "/drafts", { name: "keep", language: "en", text: "Dear {customer}" });
  assert.deepEqual([status, body.code, body.field], [422, "unknown_place", "text"]);
  assert.match(String(body.detail), /\{customer\}.*\{name\}/);
});

test("two who write the same draft do not overwrite each other", async () => {
  const { call } = await scene();
  const change = { name: "keep", language: "en", text: "Dear {name}, done." };
  assert.equal((await call("PATCH", "/drafts", change, { "if-match": '"0"' })).status, 200);
  assert.equal((await call("PATCH", "/drafts", change, { "if-match": '"0"' })).status, 412);
});

test("a draft is shown as the letter that it becomes, before anything is saved", async () => {
  const { call } = await scene();
  for (const name of draftNames) {
    const { status, body } = await call("POST", "/drafts/previews", {
      name,
      language: "de",
      text: "Grüß Gott {name}, {promise}.",
    });
    assert.equal(status, 200, name);
    assert.match(String(body.text), /^Grüß Gott Marta Lindqvist, Kostenvoranschlag/, name);
    assert.doesNotMatch(String(body.text), /\{|undefined/, name);
    assert.match(String(body.html), /<html lang="de">/);
    // The answers to tap are part of what the reader gets.
    assert.equal(/>Das passt mir nicht</.test(String(body.html)), name === "move" || name === "running_late", name);
  }
});
