import type { pg } from "#engine/db/types.ts";

/** What a business has a few of, however much it works: its copies refer to the same ones. */
const ofTheHouse = new Set(["api_keys", "calendars", "members", "teams", "team_members", "workspaces"]);
/** Texts that are unique in a workspace. */
const uniqueTexts = new Set(["address", "key", "endpoint"]);

/**
 * Copies of all that was done in a workspace, within it, until each table has so many rows: customers, promises and
 * whatever hangs on them, each copy with ids of its own that fit together, some minutes apart, and in nine of ten done by
 * somebody else. What has no id of its own stays as it is. Gives the names of the tables that grew.
 */
export async function multiply(admin: pg.Client, workspaceId: string, rows: number): Promise<string[]> {
  const { rows: all } = await admin.query<Column>(columns);
  const grown: string[] = [];
  await admin.query("set session_replication_role = replica");
  for (const [table, its] of Map.groupBy(all, ({ table }) => table)) {
    if (ofTheHouse.has(table)) continue;
    const names = its.map(({ name }) => name).join(", ");
    const { rowCount } = await admin.query(
      `insert into ${table} (${names}) select ${its.map(copied).join(", ")}
       from (select * from ${table} where workspace_id = $1 limit 100) done,
         generate_series(1, $2::integer / (select greatest(1, least(100, count(*))) from ${table} where workspace_id = $1)) copy
       on conflict do nothing`,
      [workspaceId, rows],
    );
    if (rowCount && rowCount > rows / 3) grown.push(table);
  }
  await admin.query("set session_replication_role = default; analyze");
  return grown;
}

type Column = { table: string; name: string; type: string; refers_to: string | null };

function copied({ name, type, refers_to }: Column): string {
  if (refers_to === "members")
    return `case copy % 10 when 0 then ${name} else md5(${name}::text || copy % 10)::uuid end`;
  if (name === "workspace_id" || (refers_to && ofTheHouse.has(refers_to))) return name;
  if (type === "uuid") return `md5(${name}::text || copy)::uuid`;
  if (type === "bytea") return `sha256(${name} || copy::text::bytea)`;
  if (type.startsWith("timestamp")) return `${name} + copy * interval '7 minutes'`;
  if (type === "date") return `${name} + copy`;
  return uniqueTexts.has(name) ? `${name} || copy` : name;
}

/** Every column of every table with a workspace, and which table it refers to. */
const columns = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, (
    select f.confrelid::regclass::text from pg_constraint f
    where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey) and cardinality(f.conkey) = 2 limit 1
  ) as refers_to
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attgenerated = ''
    and exists (select from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace_id')
  order by c.relname, a.attnum`;
