import { atMost, median, type Row } from "#test/bench/row.ts";
import type { Business, World } from "#test/bench/world.ts";

/** A house in which a million promises are open opens the day as quickly as one of a thousand. */
export const todayFlat: Row = {
  what: "Today with 1 M open promises in the workspace, beside 1 k",
  must: "the same time (±20 %)",
  aim: "±10 %",
  measure: async (world) => {
    const pairs: { few: number; many: number }[] = [];
    // In turns, and twice as often as others: two figures of the same kind are near each other.
    for (let round = 0; round < 2 * world.size.rounds; round++) {
      pairs.push({ few: await millisOf(world, world.few), many: await millisOf(world, world.many) });
    }
    const slower = median(pairs.map(({ few, many }) => many / few)) - 1;
    const [few, many] = (["few", "many"] as const).map((which) => median(pairs.map((pair) => pair[which])).toFixed(1));
    const apart = `${slower < 0 ? "quicker" : "slower"} by ${Math.abs(slower * 100).toFixed(0)} %`;
    return {
      figures: `half of them within ${many} ms beside ${few} ms: **${apart}**`,
      verdict: atMost(slower, 0.2, 0.1),
    };
  },
};

async function millisOf(world: World, { apiKey }: Business): Promise<number> {
  return (await world.deed({ apiKey, list: [{ method: "GET", path: "/api/v1/today" }], connections: 1 })).p50Ms;
}
