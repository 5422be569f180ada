import assert from "node:assert/strict";
import { test } from "node:test";
import { createApiKey } from "#app/members/actions-keys.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import { listNewest } from "#app/promises/store.ts";
import { todayApi } from "#app/today/api.ts";
import { groupKeys } from "#app/today/today.ts";
import { instant } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { inOneTransaction } from "#engine/db/one-transaction.ts";
import { freshDatabase, testSecret } from "#test/harness/database.ts";
import { startDoors } from "#test/harness/server.ts";
import type { Business } from "./business.ts";
import { contractor } from "./contractor.ts";
import { hoursOf, type Plan, plansOf } from "./plan.ts";
import { type Played, play, still } from "./play.ts";
import { restaurant } from "./restaurant.ts";

const { db, app } = await freshDatabase();
// A Saturday night, at which two of the three are closed.
const now = instant("2026-11-21T22:30:00Z");

function played(business: Business, seed: number): Promise<Played> {
  return inOneTransaction(app, still, (open) => play(open, business, { seed, count: 25, now, secret: testSecret }));
}

async function promisesOf({ workspaceId }: Played) {
  return inWorkspace(db, workspaceId, (tx) => listNewest(tx, workspaceId, { limit: 500 }));
}

/** What can be said of a half year without the ids, which are never the same. */
async function storyOf(one: Played): Promise<string[]> {
  const told = (await promisesOf(one)).map((p) =>
    [p.recordedAt, p.text, p.kind, p.state, p.dueAt, p.settledAt, p.lateAt, p.moveCount, p.verdict, p.ringStage].join(
      " ",
    ),
  );
  return told.toSorted();
}

const [first, again] = [await played(contractor, 7), await played(contractor, 7)];

test("the same seed makes the same half year", async () => {
  assert.deepEqual(await storyOf(again), await storyOf(first));
});

test("another seed makes another half year, of about as many promises", () => {
  const hours = hoursOf(contractor);
  const [one, other] = [7, 8].map((seed) => plansOf(contractor, { seed, count: 300, hours, now }));
  const texts = (plans: Plan[] = []) => plans.map(({ madeAt, text }) => `${madeAt} ${text}`);
  const strange = texts(other).filter((line) => texts(one).includes(line));
  assert.equal(strange.length, 0);
  for (const plans of [one, other]) assert.ok(Math.abs((plans?.length ?? 0) - 300) < 20);
});

test("hardly anything of it was refused, and nothing happened before its time or after now", async () => {
  assert.ok(first.refusals.length < 5, first.refusals.join(", "));
  for (const { madeAt, recordedAt, settledAt, firstDueAt } of await promisesOf(first)) {
    for (const at of [recordedAt, settledAt ?? now]) {
      assert.ok(madeAt.epochMilliseconds <= at.epochMilliseconds && at.epochMilliseconds <= now.epochMilliseconds);
    }
    assert.ok(firstDueAt.epochMilliseconds > madeAt.epochMilliseconds);
  }
});

for (const business of [contractor, restaurant]) {
  test(`Today has something in every group, for the first three who work at ${business.name}`, async () => {
    const { workspaceId } = business === contractor ? first : await played(restaurant, 1);
    const { as } = await startDoors(db, todayApi, { authenticate: actorOfKey, now: () => now });
    const members = await inWorkspace(db, workspaceId, (tx) =>
      tx.selectFrom("members").select("id").where("workspace_id", "=", workspaceId).orderBy("id").limit(3).execute(),
    );
    for (const { id: memberId } of members) {
      const named = { memberId, name: "Today" };
      const { secret } = await inWorkspace(db, workspaceId, (tx) =>
        createApiKey(tx, workspaceId, "machine", named, now),
      );
      const { groups } = (await as(secret)("GET", "/today")).body as { groups: { key: string }[] };
      assert.deepEqual(
        groups.map(({ key }) => key),
        [...groupKeys],
      );
    }
  });
}
