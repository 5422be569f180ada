import { atLeast, atMost, median, type Row, shareOf } from "#test/bench/row.ts";
import type { Business, Pair, World } from "#test/bench/world.ts";
import { interleaved } from "#test/bench/world.ts";

/** The list that a member works from: as quick among a million as among a thousand. */
export const urgent: Row = {
  what: "50 most urgent of an owner, at 1 k and at 1 M open rows",
  must: "the same time (±20 %), ≤ 20 kB",
  aim: "1/4 of the limit",
  measure: async (world) => {
    const pairs: { few: Pair; many: Pair }[] = [];
    for (let round = 0; round < world.size.rounds; round++) {
      const [few] = await askFor(world, world.few);
      const [many] = await askFor(world, world.many);
      if (few && many) pairs.push({ few, many });
    }
    const slower = median(pairs.map(({ few, many }) => few.deed.perSecond / many.deed.perSecond)) - 1;
    const { share, figures } = shareOf(pairs.map(({ many }) => many));
    const bytes = await sizeOf(world, world.many);
    const held = atMost(Math.max(slower / 0.2, bytes / 20_000), 1, 1) !== "missed";
    const apart = `at 1 M ${slower < 0 ? "quicker" : "slower"} by ${Math.abs(slower * 100).toFixed(0)} %`;
    return {
      figures: `${apart}, ${(bytes / 1000).toFixed(1)} kB; ${figures}`,
      verdict: held ? atLeast(share, 0, 1 / 4) : "missed",
    };
  },
};

const path = (of: Business) => `/api/v1/promises?order=urgent&owner_id=${of.memberId}&limit=50`;

function askFor(world: World, of: Business): Promise<Pair[]> {
  const { workspaceId: workspace, memberId: member, keyId: key, apiKey } = of;
  const statements = { file: "urgent.sql", names: { workspace, member, key }, connections: 8 };
  const requests = { apiKey, list: [{ method: "GET", path: path(of) }], connections: 8 };
  return interleaved({ ...world, size: { ...world.size, rounds: 1 } }, statements, requests);
}

async function sizeOf({ house }: World, of: Business): Promise<number> {
  const answer = await fetch(house.url + path(of), { headers: { authorization: `Bearer ${of.apiKey}` } });
  await answer.arrayBuffer();
  return Number(answer.headers.get("content-length"));
}
