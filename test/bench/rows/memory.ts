import { memoryOf } from "#test/bench/process.ts";
import { atMost, type Row } from "#test/bench/row.ts";

/** What all the load before has left behind in the process. */
export const memory: Row = {
  what: "memory (PSS) of the server after all this load, without PostgreSQL",
  must: "≤ 160 MiB",
  aim: "≤ 110 MiB",
  measure: async ({ house }) => {
    const mebibytes = memoryOf(house.pid) ?? Number.NaN;
    return { figures: `**${mebibytes.toFixed(0)} MiB**`, verdict: atMost(mebibytes, 160, 110) };
  },
};
