import { given } from "#base/given.ts";
import { iso } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { serve } from "#engine/http/call.ts";
import { endCause, resumeCause, tellCause } from "./actions-causes.ts";
import type { CountedCause } from "./cause.ts";
import { findCause, listCauses, wordsOfCause } from "./store-causes.ts";
import { type CauseOut, causesContract, type WholeCauseOut } from "./wire-causes.ts";

export const causesApi = serve(causesContract, {
  listCauses: async ({ tx, member, query }) => {
    const found = await listCauses(tx, member.workspaceId, query.over === "true");
    return { items: found.map(causeOut), next: null };
  },
  getCause: ({ tx, member, params }) => whole(tx, member.workspaceId, params.id),
  tellCause: async ({ tx, member, params, body, now }) => {
    const { body: words, subject } = body.message;
    const { cases, toCall } = await tellCause(tx, member, params.id, { body: words, ...given({ subject }) }, now);
    return { cases, to_call: toCall };
  },
  endCause: async ({ tx, member, params, now }) => {
    await endCause(tx, member, params.id, now);
    return whole(tx, member.workspaceId, params.id);
  },
  resumeCause: async ({ tx, member, params, now }) => {
    await resumeCause(tx, member, params.id, now);
    return whole(tx, member.workspaceId, params.id);
  },
});

async function whole(tx: Tx, workspaceId: string, id: string): Promise<WholeCauseOut> {
  const [cause, words] = await Promise.all([findCause(tx, workspaceId, id), wordsOfCause(tx, workspaceId, id)]);
  if (!cause) throw missing("cause");
  const said = words.map((word) => ({
    id: word.id,
    body: word.body,
    case_count: word.caseCount,
    to_call: [...word.toCallIds],
    at: word.at.toString(),
    by_member_id: word.byMemberId,
  }));
  return { ...causeOut(cause), words: said };
}

function causeOut(c: CountedCause): CauseOut {
  return {
    id: c.id,
    version: c.version,
    text: c.text,
    made_at: c.madeAt.toString(),
    made_by_id: c.madeById,
    ended_at: iso(c.endedAt),
    ended_by_id: c.endedById,
    case_count: c.caseCount,
    open_count: c.openCount,
    last_word_at: iso(c.lastWordAt),
  };
}
