import { atMost, median, type Row } from "#test/bench/row.ts";
import { interleaved } from "#test/bench/world.ts";

/** What a member sees first in the morning, beside the one query that no Today could do without. */
export const today: Row = {
  what: "Today of a member with 1 M open promises in the workspace",
  must: "p99 < 10 × the bare query",
  aim: "< 4 ×",
  measure: async (world) => {
    const { workspaceId: workspace, memberId: member, keyId: key, apiKey } = world.many;
    const statements = { file: "today.sql", names: { workspace, member, key }, connections: 1 };
    const requests = { apiKey, list: [{ method: "GET", path: "/api/v1/today" }], connections: 1 };
    const pairs = await interleaved(world, statements, requests);
    const times = median(pairs.map(({ limit, deed }) => deed.p99Ms / limit.p99Ms));
    const p99 = (which: "limit" | "deed") => `${median(pairs.map((pair) => pair[which].p99Ms)).toFixed(1)} ms`;
    return {
      figures: `p99 ${p99("deed")} beside ${p99("limit")}: **${times.toFixed(1)} ×**`,
      verdict: atMost(times, 10, 4),
    };
  },
};
