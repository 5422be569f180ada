import { customerIdsOf } from "#app/customers/store-merges.ts";
import { digestsIn, type KeptEntry } from "#app/journal/proof.ts";
import { readChain, textsOf } from "#app/journal/store.ts";
import { missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { serve } from "#engine/http/call.ts";
import { showPage } from "./actions-showing.ts";
import { writeShowing } from "./showing.ts";
import { besideTimeline } from "./store-timeline.ts";
import { namesOf } from "./store-visit.ts";
import { latestOf, messageIn, readPlaces, writerOf } from "./timeline.ts";
import { timelineContract, timelineForStaff } from "./wire-timeline.ts";

export const timelineApi = serve(timelineContract, {
  readTimeline: async ({ tx, member: { workspaceId }, params, query: { limit, after } }) => {
    const family = await customerIdsOf(tx, workspaceId, params.id);
    const places = readPlaces(after, family);
    const chains = new Map<string, KeptEntry[]>();
    for (const id of family) {
      chains.set(id, await readChain(tx, workspaceId, id, { limit: limit + 1, after: places?.get(id) }));
    }
    // Every customer's journal has a first entry: who has none is not there.
    if (!places && [...chains.values()].every((chain) => chain.length === 0)) throw missing("customer");
    const { entries, next } = latestOf(chains, limit);
    const beside = await besideOf(tx, workspaceId, entries);
    return { items: entries.map((kept) => timelineForStaff(kept, beside)), next };
  },
  showPage: async ({ tx, member, params, now, house }) => {
    const { showing, name } = await showPage(tx, member, params.id, now);
    const url = `${house.publicUrl.replace(/\/$/, "")}/showings/${writeShowing(showing, house.secret)}`;
    return { url, until: showing.until.toString(), name };
  },
});

async function besideOf(tx: Tx, workspaceId: string, entries: readonly KeptEntry[]) {
  const subjects = entries.flatMap(({ subjectId }) => subjectId ?? []);
  const messages = entries.flatMap((kept) => messageIn(kept) ?? []);
  return {
    texts: await textsOf(
      tx,
      workspaceId,
      entries.flatMap(({ entry }) => digestsIn(entry)),
    ),
    names: await namesOf(
      tx,
      workspaceId,
      entries.flatMap((kept) => writerOf(kept) ?? []),
    ),
    ...(await besideTimeline(tx, workspaceId, { subjects, messages })),
  };
}
