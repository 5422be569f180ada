import { setTimeout as sleep } from "node:timers/promises";
import { addRinging, forgetRinging, ringingPlaces } from "#test/bench/ringing.ts";
import { atLeast, median, ofLimit, type Row } from "#test/bench/row.ts";
import type { World } from "#test/bench/world.ts";

/** How many rings a second one process brings about when more are due than it can. */
export const rings: Row = {
  what: "alarm throughput (ring = transaction with journal and outbox row), 1 process",
  must: "1/3 of the limit for the same SQL",
  aim: "1/2",
  measure: async (world) => {
    const { workspaceId: workspace, memberId: member } = world.scratch;
    const statements = { file: "ring.sql", names: { workspace, member, promises: world.size.few }, connections: 8 };
    const [limits, deeds]: [number[], number[]] = [[], []];
    for (let round = 0; round < world.size.rounds; round++) {
      limits.push((await world.limit(statements)).perSecond);
      deeds.push(await ringsPerSecond(world));
    }
    await forgetRinging(world);
    const share = median(deeds.map((deed, round) => deed / (limits[round] ?? Number.NaN)));
    const figures = `${median(deeds).toFixed(0)}/s of ${median(limits).toFixed(0)}/s: **${ofLimit(share)}**`;
    return { figures, verdict: atLeast(share, 1 / 3, 1 / 2) };
  },
};

/** All due at once in eight workspaces: counted from the first ring to the last. */
async function ringsPerSecond(world: World): Promise<number> {
  const places = await ringingPlaces(world, 8);
  const count = Math.ceil(world.size.due / 10 / places.length);
  const ids = places.map(({ workspaceId }) => workspaceId);
  const begin = new Date(Date.now() + 2_000);
  for (const place of places) await addRinging(world, place, { count, begin, overSeconds: 0 });
  const text = `select count(*)::int as count, extract(epoch from max(seen_at) - min(seen_at)) as seconds
    from bench_rings where workspace_id = any($1)`;
  for (;;) {
    const { rows } = await world.owner.query<{ count: number; seconds: string }>(text, [ids]);
    const [rung] = rows;
    if (rung && rung.count >= count * places.length) return rung.count / Number(rung.seconds);
    await sleep(300);
  }
}
