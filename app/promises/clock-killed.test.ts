import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { plusSeconds } from "#base/instant.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { at, startPromises } from "#test/harness/promises.ts";

const { db, app, clock, newShop, runUntil, setTime, mail, now, sending } = await startPromises();
const script = fileURLToPath(new URL("../../test/harness/ringing-process.ts", import.meta.url));

/** Starts a process that rings, and kills it without warning so many milliseconds after it has begun. */
async function ringAndDie(milliseconds: number): Promise<void> {
  const { house, smtpUrl } = sending;
  const given = JSON.stringify({ app, clock, house, smtpUrl, now: now().toString() });
  const child = spawn(process.execPath, [script, given], { stdio: ["ignore", "pipe", "pipe"] });
  const problems: string[] = [];
  child.stderr.on("data", (line) => problems.push(String(line)));
  await once(child.stdout, "data");
  await sleep(milliseconds);
  child.kill("SIGKILL");
  await once(child, "exit");
  assert.deepEqual(problems, []);
}

test("a process killed again and again while it rings loses no ring and rings nothing twice", async () => {
  setTime("Mon 9:00");
  const shop = await newShop();
  const { workspaceId } = shop;
  const members = [shop.ana.memberId, shop.ben.id, (await shop.newMember("Cleo Brandt")).id];
  for (const owner_id of members) {
    const { id } = await shop.promise({ owner_id, due_at: at("Mon 9:20") });
    await inWorkspace(db, workspaceId, (tx) =>
      sql`insert into promises
        select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid()))).*
        from promises p, generate_series(1, 99) where p.workspace_id = ${workspaceId} and p.id = ${id}`.execute(tx),
    );
  }
  setTime("Mon 9:20");
  for (let deaths = 0; deaths < 6; deaths++) {
    await ringAndDie(Math.random() * 350);
    // Whatever the dead process had in hand is taken up again when its lease is over.
    setTime(plusSeconds(now(), 180));
  }
  await runUntil(plusSeconds(now(), 3600));

  type Kept = { promises: number; rings: number; rung: number; unmailed: number };
  const { rows } = await inWorkspace(db, workspaceId, (tx) =>
    sql<Kept>`select
      (select count(*)::int from promises where workspace_id = ${workspaceId} and ring_stage = 'due') as promises,
      count(*)::int as rings, count(distinct promise_id)::int as rung,
      count(*) filter (where message_id is null)::int as unmailed
      from rings where workspace_id = ${workspaceId}`.execute(tx),
  );
  assert.deepEqual(rows, [{ promises: 300, rings: 300, rung: 300, unmailed: 0 }]);

  const messages = await inWorkspace(db, workspaceId, (tx) =>
    sql<{ id: string; state: string }>`select id, state from messages where workspace_id = ${workspaceId}`.execute(tx),
  );
  assert.deepEqual([...new Set(messages.rows.map(({ state }) => state))], ["accepted"]);
  // A mail can arrive twice when its sender died before it could note that it had; its Message-ID says that it is one.
  const arrived = new Map(mail.inbox.map(({ messageId, text }) => [messageId, text]));
  assert.equal(arrived.size, messages.rows.length);
  for (const { messageId, text } of mail.inbox) assert.equal(text, arrived.get(messageId));
});
