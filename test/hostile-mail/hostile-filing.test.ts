import assert from "node:assert/strict";
import { test } from "node:test";
import { plusSeconds } from "#base/instant.ts";
import { pg } from "#engine/db/types.ts";
import { startMailIn } from "#test/harness/mail-in.ts";
import { dice, mangled } from "./mangle.ts";
import { samples } from "./samples.ts";

const mails = Number(process.env.HOSTILE_MAILS ?? 2_000);
const seed = Number(process.env.HOSTILE_SEED ?? 5);
/** As many come in ten minutes. */
const atOnce = 100;

const house = await startMailIn({ withCases: true });

test(`${mails} broken mails brought by a relay: each is kept to the byte and filed, known as a repeat, or set aside with the reason`, async (t) => {
  const shop = await house.newShop();
  const relay = await house.newRelay(shop);
  const roll = dice(seed);
  const whole = samples.map(({ mail }) => Buffer.from(mail));
  const kept: number[] = [];
  for (let n = 0; n < mails; n += atOnce) {
    house.setTime(plusSeconds(house.now(), 600));
    const batch = Array.from({ length: Math.min(atOnce, mails - n) }, () => new Uint8Array(mangled(whole, roll)));
    // An empty call brings no mail: it is refused, and the relay keeps it.
    const brought = batch.filter(({ length }) => length > 0);
    const answers = await Promise.all(brought.map((mail) => house.bring(relay, mail)));
    assert.deepEqual(new Set(answers), new Set([202]), `mails ${n} to ${n + atOnce} of seed ${seed}`);
    kept.push(...brought.map(({ length }) => length));
    await house.runUntil(house.now());
  }
  const admin = new pg.Client(house.owner);
  await admin.connect();
  const { rows } = await admin.query<{ state: string; why: string | null; many: number; bytes: number }>(
    `select state, why, count(*)::int as many, sum(length(raw))::int as bytes from arrivals
      where workspace_id = $1 group by 1, 2 order by 1, 2`,
    [shop.workspaceId],
  );
  await admin.end();
  t.diagnostic(rows.map(({ state, why, many }) => `${why ?? state} ${many}`).join(", "));
  const total = (of: "many" | "bytes") => rows.reduce((sum, row) => sum + row[of], 0);
  assert.deepEqual([total("many"), total("bytes")], [kept.length, kept.reduce((sum, bytes) => sum + bytes, 0)]);
  assert.deepEqual(
    rows.filter(({ state }) => state === "new"),
    [],
    "none waits for ever",
  );
  assert.ok(
    rows.some(({ state }) => state === "filed") && rows.every(({ state, why }) => state !== "set_aside" || why),
  );
});
