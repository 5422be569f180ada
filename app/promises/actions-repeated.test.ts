import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isId, newId } from "#base/id.ts";
import { instant, plusSeconds } from "#base/instant.ts";
import { pg } from "#engine/db/types.ts";
import { type Body, ok, refusal, type Shop, startPromises } from "#test/harness/promises.ts";

const { newShop, runUntil, setTime, owner } = await startPromises();

const tables = [
  "promises",
  "tellings",
  "promise_moves",
  "verdicts",
  "rings",
  "promise_series",
  "messages",
  "journal",
  "journal_heads",
] as const;

/** Everything there is, as text, so that any difference shows. */
async function whole(client: pg.Client, shop: Shop): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of tables) {
    const { rows } = await client.query(`select t::text as row from ${table} t where workspace_id = $1 order by 1`, [
      shop.workspaceId,
    ]);
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

type Step = { act: keyof typeof acts; which: number; minutes: number };

const told = (now: string) => ({ told: { channel: "phone", at: now, reached: true } });
const letter = { message: { body: "A word." } };
const later = (now: string, hours: number) => plusSeconds(instant(now), hours * 3600).toString();

const acts = {
  make: (shop: Shop, _id: string, now: string) => [
    "/promises",
    { customer_id: shop.marta.id, text: "Fix the tap", kind: "callback", due_at: later(now, 3) },
  ],
  moveByCall: (_: Shop, id: string, now: string) => [
    `/promises/${id}/moves`,
    { due_at: later(now, 6), reason: "Later", ...told(now) },
  ],
  moveByMail: (_: Shop, id: string, now: string) => [
    `/promises/${id}/moves`,
    { due_at: later(now, 9), reason: "Later", ...letter },
  ],
  update: (_: Shop, id: string, now: string) => [`/promises/${id}/updates`, { ...letter, next_word_at: later(now, 1) }],
  keep: (_: Shop, id: string, now: string) => [`/promises/${id}/keeps`, told(now)],
  onTrack: (_: Shop, id: string) => [`/promises/${id}/ring_answers`, {}],
  release: (_: Shop, id: string) => [`/promises/${id}/releases`, { reason: "Not needed" }],
  fail: (_: Shop, id: string, now: string) => [`/promises/${id}/failures`, { reason: "No part", ...told(now) }],
  openAgain: (_: Shop, id: string) => [`/promises/${id}/verdicts`, { answer: "not_yet", outcome: "open_again" }],
  yes: (_: Shop, id: string) => [`/promises/${id}/verdicts`, { answer: "yes" }],
  correct: (_: Shop, id: string) => [`/promises/${id}/corrections`, { text: "Fix the other tap", reason: "A slip" }],
  handOn: (shop: Shop, id: string) => [`/promises/${id}/hand_ons`, { handler_id: shop.ben.id }],
  holdUp: (_: Shop, id: string) => [`/promises/${id}/hold_ups`, { reason: "The key", ...letter }],
  goOn: (_: Shop, id: string) => [`/promises/${id}/resumptions`, {}],
  split: (_: Shop, id: string) => [`/promises/${id}/splits`, { done: "One", rest: "Other" }],
  chase: (_: Shop, id: string) => [`/promises/${id}/chases`, { channel: "phone" }],
  group: (shop: Shop, _id: string, now: string) => [
    "/promise_groups",
    { customer_ids: [shop.marta.id], text: "All", kind: "other", due_at: later(now, 2) },
  ],
  series: (shop: Shop, _id: string, now: string) => [
    "/promise_series",
    { customer_id: shop.marta.id, text: "Daily", kind: "update", every: "day", first_due_at: later(now, 2) },
  ],
  decline: (shop: Shop, _id: string, now: string) => [
    "/declines",
    { customer_id: shop.marta.id, text: "Paint", kind: "other", reason: "No", ...told(now) },
  ],
};

test("no course of acts, each sent twice with its key, does anything twice", async () => {
  const anyStep: fc.Arbitrary<Step> = fc.record({
    act: fc.constantFrom(...(Object.keys(acts) as Step["act"][])),
    which: fc.nat(3),
    minutes: fc.integer({ min: 0, max: 150 }),
  });
  const client = new pg.Client(owner);
  await client.connect();
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 10 }), async (steps) => {
      let now = instant("2026-03-02T08:00:00Z");
      setTime(now);
      const shop = await newShop();
      const ids = [(await shop.promise({ kind: "callback" })).id];
      for (const step of steps) {
        now = plusSeconds(now, step.minutes * 60);
        await runUntil(now);
        const [path, body] = acts[step.act](shop, ids[step.which % ids.length] ?? "", now.toString()) as [string, Body];
        const key = { "idempotency-key": newId() };
        const first = await shop.call("POST", path, body, key);
        const before = await whole(client, shop);
        const again = await shop.call("POST", path, body, key);
        if (first.status < 300) {
          assert.deepEqual(again.body, first.body);
          assert.equal(again.headers.get("idempotency-replayed"), "true");
          if (path === "/promises" && isId(String(first.body.id))) ids.push(String(first.body.id));
        }
        assert.equal(refusal(again), refusal(first));
        assert.deepEqual(await whole(client, shop), before, `${step.act} was done twice`);
      }
    }),
    { numRuns: 5 },
  );
  await client.end();
});

test("eight doubles at the same moment are one promise, and another body under the key is refused", async () => {
  setTime("Mon 9:00");
  const shop = await newShop();
  const body = { customer_id: shop.marta.id, text: "Fix the tap", kind: "fix", due_words: "tomorrow noon" };
  const key = { "idempotency-key": newId() };
  const replies = await Promise.all(Array.from({ length: 8 }, () => shop.call("POST", "/promises", body, key)));
  const answers = replies.map(ok);
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.equal(replies.filter(({ headers }) => headers.get("idempotency-replayed") === null).length, 1);
  assert.equal(((await shop.get("/promises")).items as unknown[]).length, 1);
  assert.equal((await shop.journal()).filter((what) => what === "promise made").length, 1);
  assert.equal(refusal(await shop.call("POST", "/promises", { ...body, text: "Fix it" }, key)), "409 key_reused");
  const ben = await shop.ben.call("POST", "/promises", body, key);
  assert.notEqual(ok(ben).id, answers[0]?.id, "another's key is another key");
});

test("two people act on one promise at once, and exactly one of them keeps it", async () => {
  setTime("Mon 9:00");
  const shop = await newShop();
  const { id } = await shop.promise();
  const both = await Promise.all(
    [shop.call, shop.ben.call, shop.call, shop.ben.call].map((call) => call("POST", `/promises/${id}/keeps`, {})),
  );
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 409, 409, 409]);
  assert.equal((await shop.journal()).filter((what) => what === "promise kept").length, 1);
  const [a, b] = [await shop.promise(), await shop.promise()];
  const joins = await Promise.all([
    shop.call("POST", `/promises/${a.id}/joins`, { other_id: b.id }),
    shop.ben.call("POST", `/promises/${b.id}/joins`, { other_id: a.id }),
  ]);
  assert.deepEqual(joins.map(({ status }) => status).toSorted(), [201, 409]);
});
