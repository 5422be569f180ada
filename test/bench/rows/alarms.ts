import { setTimeout as sleep } from "node:timers/promises";
import { addRinging, forgetRinging, ringingPlaces } from "#test/bench/ringing.ts";
import { atMost, type Row } from "#test/bench/row.ts";
import { at } from "#test/bench/tools.ts";
import type { World } from "#test/bench/world.ts";

/** Among all that waits, a minute in which ten thousand fall due in twenty workspaces; and a tenth more in one at once. */
export const alarms: Row = {
  what: "alarms: 1 M waiting, 10 k due in one minute",
  must: "each rings once, p99 lateness < 1 s, one busy workspace delays no other",
  aim: "p99 < 250 ms",
  measure: async (world) => {
    const { due, minuteSeconds } = world.size;
    const [busy, ...others] = await ringingPlaces(world, 21);
    const begin = new Date(Date.now() + 3_000);
    const each = { count: due / others.length, begin, overSeconds: minuteSeconds };
    for (const place of others) await addRinging(world, place, each);
    const halfway = new Date(begin.getTime() + minuteSeconds * 500);
    if (busy) await addRinging(world, busy, { count: due / 10, begin: halfway, overSeconds: 0 });
    const { lateMs, twice } = await rungIn(
      world,
      others.map(({ workspaceId }) => workspaceId),
      due,
    );
    await forgetRinging(world);
    const [p50, p99] = [at(lateMs, 0.5), at(lateMs, 0.99)];
    const figures = `${lateMs.length} rang, ${twice} twice; late by **${p99.toFixed(0)} ms** at p99, ${p50.toFixed(0)} ms at p50`;
    return { figures, verdict: twice === 0 && lateMs.length === due ? atMost(p99, 1000, 250) : "missed" };
  },
};

/** Waits until so many have rung in these workspaces; says how late each was written down, sorted, and what rang twice. */
async function rungIn({ owner }: World, workspaceIds: string[], expected: number) {
  const text = `select extract(epoch from seen_at - planned_at) * 1000 as late,
      row_number() over (partition by workspace_id, promise_id)::int as time
    from bench_rings where workspace_id = any($1)`;
  for (;;) {
    const { rows } = await owner.query<{ late: string; time: number }>(text, [workspaceIds]);
    const first = rows.filter(({ time }) => time === 1);
    if (first.length >= expected) {
      return { lateMs: first.map(({ late }) => Number(late)).sort((a, b) => a - b), twice: rows.length - first.length };
    }
    await sleep(500);
  }
}
