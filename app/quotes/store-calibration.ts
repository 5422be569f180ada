import { sql } from "kysely";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { bandEdges, type Counted } from "./calibration.ts";
import { usualShare } from "./quote.ts";

const innerEdges = bandEdges.slice(1, -1);

/**
 * What was stated since then, month by month (on the wall of that zone) and band by band. Only what has come due is
 * counted, done early or not: else the quick ones would flatter. Time for which the customer held it up is left out.
 */
export async function countStated(
  tx: Tx,
  workspaceId: string,
  asked: { kind: string | null; since: Instant; timeZone: string },
  now: Instant,
): Promise<Counted[]> {
  const { kind, since, timeZone } = asked;
  const { rows } = await sql<Counted>`
    with stated as (
      select to_char(made_at at time zone ${timeZone}::text, 'YYYY-MM') as month, stated_share as share,
        width_bucket(stated_share, ${innerEdges}::double precision[]) as band,
        first_due_at <= ${now}::timestamptz as is_due,
        state in ('kept', 'kept_late') and settled_at - make_interval(secs => held_up_seconds) <= first_due_at as is_kept,
        coalesce(advised_share, ${usualShare}::double precision) as advised_share,
        quote_rule <> 'modest' and advised_due_at <= ${now}::timestamptz as is_advised,
        state in ('kept', 'kept_late')
          and settled_at - make_interval(secs => held_up_seconds) <= advised_due_at as is_kept_as_advised
      from promises
      where workspace_id = ${workspaceId}::uuid and recorded_at >= ${since}::timestamptz and stated_share is not null
        and (${kind}::text is null or kind = ${kind}::text)
        and not is_recorded_afterwards and joined_into_id is null and state not in ('released', 'declined', 'void')
    )
    select month, band::integer as band,
      count(*) filter (where is_due)::integer as count,
      count(*) filter (where is_due and is_kept)::integer as kept,
      coalesce(sum(share) filter (where is_due), 0) as stated,
      coalesce(sum(share * (1 - share)) filter (where is_due), 0) as spread,
      count(*) filter (where is_advised)::integer as advised,
      coalesce(sum(advised_share) filter (where is_advised), 0) as "advisedStated",
      count(*) filter (where is_advised and is_kept_as_advised)::integer as "advisedKept",
      count(*) filter (where not is_due)::integer as pending
    from stated group by month, band order by month, band`.execute(tx);
  return rows;
}
