import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { append, openChain } from "#app/journal/store.ts";
import { scopes } from "#base/contract.ts";
import { newId } from "#base/id.ts";
import { plusSeconds } from "#base/instant.ts";
import { newSecret, writeToken } from "#base/token.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { startDoors, thisInstant } from "#test/harness/server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";

const { db } = await freshDatabase();
const { workspaceId, member } = await newWorkspace(db);
const token = writeToken({ workspaceId, id: newId(), secret: newSecret() });
const { url, stop, as } = await startDoors(db, [], {
  authenticate: async () => ({ ...member, scopes }),
  limits: { streamsPerKey: 2 },
});
const chainId = newId();
await inWorkspace(db, workspaceId, (tx) => openChain(tx, workspaceId, chainId));

test("what is written into the journal is heard by every listener, once each", async () => {
  const [one, two] = [await listen(), await listen()];
  const subjectId = newId();
  const at = await write("promise moved", subjectId);
  for (const stream of [one, two]) {
    const heard = await stream.until("promise moved");
    assert.match(
      heard,
      new RegExp(`id: ${at}\ndata: {"subject":"promise","id":"${subjectId}","what":"promise moved","at":"${at}"}\n\n`),
    );
  }
  await write("promise kept", newId());
  const all = await one.until("promise kept");
  assert.equal(all.split("promise moved").length, 2, "said once");
  assert.equal((await as(token)("GET", "/events")).body.code, "too_many_streams");
  await Promise.all([one.leave(), two.leave()]);
});

test("who was away for a moment hears it again; who was away longer is told to read anew", async () => {
  const at = await write("promise released", newId());
  const soon = await listen({ "last-event-id": String(at) });
  assert.doesNotMatch(await soon.until("promise released"), /event: reset/);
  const late = await listen({ "last-event-id": String(plusSeconds(at, -60)) });
  await late.until("event: reset");
  await Promise.all([soon.leave(), late.leave()]);
});

test("when the house stops, the streams end and nobody waits for them", async () => {
  const stream = await listen();
  const before = performance.now();
  await stop();
  assert.equal(await stream.ended(), true);
  assert.ok(performance.now() - before < 2_000);
});

async function write(what: string, subjectId: string) {
  const at = thisInstant();
  const entry = { chainId, what, at, by: "machine", subjectId } as const;
  await inWorkspace(db, workspaceId, (tx) => append(tx, workspaceId, entry));
  return at;
}

async function listen(headers: Record<string, string> = {}) {
  const ask = () => fetch(`${url}/api/v1/events`, { headers: { authorization: `Bearer ${token}`, ...headers } });
  let response = await ask();
  // That those of the test before have left is seen a moment later.
  for (let tries = 0; response.status === 429 && tries < 100; tries++, response = await ask()) await sleep(20);
  assert.equal(response.status, 200);
  assert.match(response.headers.get("content-type") ?? "", /text\/event-stream/);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.ok(reader);
  let heard = "";
  return {
    until: async (words: string) => {
      while (!heard.includes(words)) {
        const { value, done } = await reader.read();
        assert.equal(done, false, `the stream ended before it said ${words}`);
        heard += value;
      }
      return heard;
    },
    ended: async () => {
      for (;;) {
        const { done } = await reader.read();
        if (done) return true;
      }
    },
    leave: () => reader.cancel(),
  };
}
