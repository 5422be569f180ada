import { numbered } from "#test/bench/fill.ts";
import { atLeast, type Row, shareOf } from "#test/bench/row.ts";
import { interleaved } from "#test/bench/world.ts";

/** One promise with its whole story: moves, tellings, rings, verdicts. */
export const read: Row = {
  what: "read one promise with its story, 8 connections",
  must: "1/6 of the limit",
  aim: "1/3",
  measure: async (world) => {
    const { workspaceId: workspace, keyId: key, apiKey } = world.few;
    const names = { workspace, key, promise: numbered(1) };
    const requests = { apiKey, list: [{ method: "GET", path: `/api/v1/promises/${names.promise}` }], connections: 8 };
    const { share, figures } = shareOf(await interleaved(world, { file: "read.sql", names, connections: 8 }, requests));
    const oneRow = shareOf(await interleaved(world, { file: "read-one-row.sql", names, connections: 8 }, requests));
    const note = `Beside a single row without its story or its key, reading one promise: ${oneRow.figures}.`;
    return { figures, verdict: atLeast(share, 1 / 6, 1 / 3), notes: [note] };
  },
};
