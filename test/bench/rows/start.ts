import { atMost, median, type Row } from "#test/bench/row.ts";

/** From the command until `/healthz` is answered, with the embedded database and everything in it. */
export const start: Row = {
  what: "start to first 200, second time, embedded database",
  must: "< 2.5 s",
  aim: "< 1 s",
  measure: async (world) => {
    const times: number[] = [];
    for (let round = 0; round < world.size.rounds; round++) {
      world.house = await world.house.restart();
      times.push(world.house.startSeconds);
    }
    return { figures: `**${median(times).toFixed(2)} s**`, verdict: atMost(median(times), 2.5, 1) };
  },
};
