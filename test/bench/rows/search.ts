import { atMost, median, type Row } from "#test/bench/row.ts";
import { interleaved } from "#test/bench/world.ts";

/** Customers by a name that is typed wrong, beside the trigram index alone. */
export const search: Row = {
  what: "search of customers at 1 M rows, a typo allowed",
  must: "p95 < 100 ms, ≤ 5 × the bare index scan",
  aim: "≤ 2 ×",
  measure: async (world) => {
    const { workspaceId: workspace, apiKey } = world.many;
    const words = "Quirosten Gandof";
    const path = `/api/v1/customers?find=${encodeURIComponent(words)}`;
    const statements = {
      file: "search.sql",
      names: { workspace, words: words.toLowerCase() },
      connections: 1,
      as: "owner" as const,
    };
    const pairs = await interleaved(world, statements, { apiKey, list: [{ method: "GET", path }], connections: 1 });
    const p95 = (which: "limit" | "deed") => median(pairs.map((pair) => pair[which].p95Ms));
    const times = p95("deed") / p95("limit");
    const figures = `p95 ${p95("deed").toFixed(0)} ms beside ${p95("limit").toFixed(0)} ms: **${times.toFixed(1)} ×**`;
    return { figures, verdict: p95("deed") < 100 ? atMost(times, 5, 2) : "missed" };
  },
};
