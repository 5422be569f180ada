import { type RawBuilder, sql } from "kysely";
import type { Grouping } from "./figures.ts";

/** How counted promises (`c`) fall into groups: by which key, what must be joined to know it, and its name (of `g`). */
export type Grouped = { key: RawBuilder<unknown>; join: RawBuilder<unknown>; name: RawBuilder<unknown> };

export const together: Grouped = { key: sql`''`, join: sql``, name: sql`''` };

export const groupedBy: Record<Grouping, (workspaceId: string) => Grouped> = {
  owner: (workspaceId) => ({ key: sql`c.owner_id::text`, join: sql``, name: nameIn("members", workspaceId) }),
  team: (workspaceId) => ({
    key: sql`coalesce(team.team_id::text, '')`,
    join: sql`left join team_members team on team.workspace_id = ${workspaceId}::uuid and team.member_id = c.owner_id`,
    name: nameIn("teams", workspaceId),
  }),
  customer: (workspaceId) => ({
    key: sql`coalesce(merged.into_id, c.customer_id)::text`,
    join: sql`left join (${merged(workspaceId)}) merged on merged.alias_id = c.customer_id`,
    name: nameIn("customers", workspaceId),
  }),
  kind: () => ({ key: sql`c.kind`, join: sql``, name: sql`g.key` }),
};

function nameIn(table: "members" | "teams" | "customers", workspaceId: string): RawBuilder<unknown> {
  return sql`(select named.name from ${sql.table(table)} named
    where named.workspace_id = ${workspaceId}::uuid and named.id = nullif(g.key, '')::uuid)`;
}

/** What each merged customer is read as in the end, however many steps away. */
function merged(workspaceId: string): RawBuilder<unknown> {
  return sql`
    with recursive up (alias_id, into_id, steps) as (
      select alias_id, into_id, 1 from customer_merges where workspace_id = ${workspaceId}::uuid and undone_at is null
      union all
      select up.alias_id, m.into_id, steps + 1 from up join customer_merges m
        on m.workspace_id = ${workspaceId}::uuid and m.alias_id = up.into_id and m.undone_at is null
      where steps < 1000
    ) select distinct on (alias_id) alias_id, into_id from up order by alias_id, steps desc`;
}
