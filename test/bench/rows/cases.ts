import { numbered } from "#test/bench/fill.ts";
import { addCases } from "#test/bench/fill-cases.ts";
import { atLeast, median, type Row, shareOf } from "#test/bench/row.ts";
import { type Business, interleaved, type Pair, type World } from "#test/bench/world.ts";

/** The inbox, the most urgent first: as quick among a million as among a thousand. */
export const caseList: Row = {
  what: "50 most urgent cases of an owner, at 1 k and at 1 M",
  must: "the same time (±20 %)",
  aim: "1/4 of the limit",
  measure: (world) =>
    beside(world, "case-list.sql", (of) => `/cases?order=urgent&owner_id=${of.memberId}&limit=50`, 0, 1 / 4),
};

/** One case with its steps and what is planned in it. */
export const caseOpen: Row = {
  what: "open one case, at 1 k and at 1 M, 8 connections",
  must: "the same time (±20 %), 1/6 of the limit",
  aim: "1/3",
  measure: (world) => beside(world, "case-open.sql", () => `/cases/${numbered(1)}`, 1 / 6, 1 / 3),
};

/** In turns in the business of a thousand and in that of a million, each beside the least SQL. */
async function beside(world: World, file: string, pathOf: (of: Business) => string, must: number, aim: number) {
  await addCases(world);
  const once = { ...world, size: { ...world.size, rounds: 1 } };
  const askFor = (of: Business) => {
    const names = { workspace: of.workspaceId, member: of.memberId, key: of.keyId, case: numbered(1) };
    const list = [{ method: "GET", path: `/api/v1${pathOf(of)}` }];
    return interleaved(once, { file, names, connections: 8 }, { apiKey: of.apiKey, list, connections: 8 });
  };
  const [few, many]: [Pair[], Pair[]] = [[], []];
  for (let round = 0; round < world.size.rounds; round++) {
    few.push(...(await askFor(world.few)));
    many.push(...(await askFor(world.many)));
  }
  const slower = median(many.map((pair, round) => (few[round]?.deed.perSecond ?? 0) / pair.deed.perSecond)) - 1;
  const { share, figures } = shareOf(many);
  const apart = `at 1 M ${slower < 0 ? "quicker" : "slower"} by ${Math.abs(slower * 100).toFixed(0)} %`;
  return { figures: `${apart}; ${figures}`, verdict: slower > 0.2 ? "missed" : atLeast(share, must, aim) } as const;
}
