import assert from "node:assert/strict";
import { test } from "node:test";
import { actorOfKey } from "#app/members/store-keys.ts";
import { plusSeconds } from "#base/instant.ts";
import { freshDatabase } from "#test/harness/database.ts";
import { newMarta, thursday } from "#test/harness/marta.ts";
import { startDoors } from "#test/harness/server.ts";
import { customerPages } from "./portal.ts";

const { db } = await freshDatabase();
let now = thursday;
const options = {
  authenticate: actorOfKey,
  pages: [customerPages(async () => {})],
  now: () => now,
  limits: { failedTries: { most: 3, perSeconds: 60 } },
};
const { url } = await startDoors(db, [], options);
const marta = await newMarta(db);
const [used, unused] = [await marta.link(), await (await newMarta(db)).link()];

const visit = async (path: string, from?: string) => {
  const headers = { "accept-language": "en", ...(from && { "x-forwarded-for": from }) };
  const answer = await fetch(url + path, { headers });
  return { status: answer.status, wait: answer.headers.get("retry-after"), page: await answer.text() };
};
const guess = (from?: string) => visit(`/c/${"A".repeat(64)}`, from);

test("who guesses links has to wait, and until then guesses nothing, while a page that was open stays open", async () => {
  assert.equal((await visit(used)).status, 200);
  const tries = [await guess(), await guess(), await guess(), await guess()];
  assert.deepEqual(
    tries.map(({ status }) => status),
    [404, 404, 404, 429],
  );
  assert.ok(Number(tries[3]?.wait) > 0 && Number(tries[3]?.wait) <= 60);
  assert.equal((await visit(unused)).status, 429, "not even a right guess opens");
  assert.equal((await visit(used)).status, 200);
  now = plusSeconds(now, 61);
  assert.equal((await visit(unused)).status, 200);
});

test("an address that a proxy which nobody trusts claims to have called from buys no more guesses", async () => {
  now = plusSeconds(now, 600);
  const statuses = [];
  for (let n = 1; n <= 5; n++) statuses.push((await guess(`203.0.113.${n}`)).status);
  assert.deepEqual(statuses, [404, 404, 404, 429, 429]);
});

test("behind a proxy that is trusted each caller has guesses of their own, by the address that the proxy saw", async () => {
  const { url: behind } = await startDoors(db, [], { ...options, trustedProxies: ["127.0.0.1"] });
  const from = async (forwarded: string) => {
    const answer = await fetch(`${behind}/c/${"A".repeat(64)}`, { headers: { "x-forwarded-for": forwarded } });
    return answer.status;
  };
  for (let n = 0; n < 3; n++) assert.equal(await from("203.0.113.1"), 404);
  assert.equal(await from("203.0.113.2"), 404);
  // What the caller wrote in front is not what the proxy saw.
  assert.equal(await from("198.51.100.7, 203.0.113.1"), 429);
});
