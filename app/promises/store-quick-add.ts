import { sql } from "kysely";
import type { Tx } from "#engine/db/database.ts";
import type { Hit } from "./quick-add-candidates.ts";

const mostOfEach = 8;

/**
 * Whom the search for each of these words finds, the best of each first, in one statement. It looks in the workspace of
 * the transaction and in no other.
 */
export async function hitsOf(tx: Tx, words: readonly string[]): Promise<Hit[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<{ nth: number; customer_id: string; score: number }>`
    select asked.nth::integer as nth, found.customer_id, found.score
    from unnest(${words}::text[]) with ordinality as asked (words, nth)
    cross join lateral find_customers(asked.words, ${mostOfEach}::integer) as found`.execute(tx);
  return rows.map(({ nth, customer_id: customerId, score }) => ({ guess: nth - 1, customerId, score }));
}

/** To whom the last so many promises were given. */
export async function latelyPromised(tx: Tx, workspaceId: string, promises: number): Promise<string[]> {
  const { rows } = await sql<{ customer_id: string }>`
    select distinct customer_id from (
      select customer_id from promises where workspace_id = ${workspaceId}::uuid
      order by recorded_at desc, id desc limit ${promises}) late
    where customer_id is not null`.execute(tx);
  return rows.map(({ customer_id: id }) => id);
}
