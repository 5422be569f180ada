import { sql } from "kysely";
import { missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromJson } from "#engine/db/rows.ts";
import type { Move } from "./move.ts";
import type { Promise_ } from "./promise.ts";
import type { Ring } from "./store-rings.ts";
import type { Verdict } from "./store-verdicts.ts";
import type { KeptTelling } from "./telling.ts";

/** A promise with everything that was done and said about it, oldest first. */
export type Story = {
  promise: Promise_;
  moves: Move[];
  tellings: (KeptTelling & { messageState: string | null })[];
  rings: Ring[];
  verdicts: Verdict[];
};

/** The story in one statement, since nothing is read more often; refuses when there is no such promise. */
export async function findStory(tx: Tx, workspaceId: string, id: string): Promise<Story> {
  const theirs = sql`workspace_id = ${workspaceId}::uuid and promise_id = ${id}::uuid`;
  const { rows } = await sql<Row>`
    select to_json(p) as promise,
      (select json_agg(m order by m.asked_at, m.id) from promise_moves m where ${theirs}) as moves,
      (select json_agg(told order by told.logged_at, told.id) from (
        select t.*, m.state as message_state from tellings t
        left join messages m on m.workspace_id = ${workspaceId}::uuid and m.id = t.message_id
        where t.workspace_id = ${workspaceId}::uuid and t.promise_id = ${id}::uuid) told) as tellings,
      (select json_agg(r order by r.rang_at, r.id) from rings r where ${theirs}) as rings,
      (select json_agg(v order by v.at, v.id) from verdicts v where ${theirs}) as verdicts
    from promises p where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid`.execute(tx);
  const [row] = rows;
  if (!row) throw missing("promise");
  return {
    promise: fromJson(row.promise),
    moves: (row.moves ?? []).map(fromJson<Move>),
    tellings: (row.tellings ?? []).map(fromJson<Story["tellings"][number]>),
    rings: (row.rings ?? []).map(fromJson<Ring>),
    verdicts: (row.verdicts ?? []).map(fromJson<Verdict>),
  };
}

type Row = {
  promise: object;
  moves: object[] | null;
  tellings: object[] | null;
  rings: object[] | null;
  verdicts: object[] | null;
};
