import type { pg } from "./types.ts";

/** The whole schema as text, in a fixed order: what `db/schema.sql` holds, so that a drift shows as a difference. */
export async function describeSchema(client: pg.Client): Promise<string> {
  const parts: string[] = [];
  for (const { name, query } of sections) {
    const { rows } = await client.query<{ line: string }>(query);
    parts.push(`-- ${name}\n${rows.map((row) => row.line).join("\n")}\n`);
  }
  return parts.join("\n");
}

/** The row types of every table as TypeScript: what `db/tables.ts` holds. */
export async function describeRowTypes(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{
    table: string;
    column: string;
    type: string;
    nullable: boolean;
    filled: boolean;
  }>(
    `select c.oid::regclass::text as table, a.attname as column, format_type(a.atttypid, null) as type,
       not a.attnotnull as nullable, a.atthasdef as filled
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace in (${schemas}) and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
     order by 1, a.attnum`,
  );
  const tables = Map.groupBy(rows, (row) => row.table);
  const bodies = [...tables].map(([table, columns]) => {
    const lines = columns.map(({ column, type, nullable, filled }) => {
      const known = typesOf[type];
      if (!known) throw new Error(`no row type for ${type} (${table}.${column})`);
      if (known === "Json") return `    ${column}: ${filled ? "FilledJson" : "Json"};`;
      const whole = `${known}${nullable ? " | null" : ""}`;
      return `    ${column}: ${filled ? `Generated<${whole}>` : whole};`;
    });
    return `  ${table.includes(".") ? `"${table}"` : table}: {\n${lines.join("\n")}\n  };`;
  });
  return `// Written by \`npm run schema\` from the migrated database; a test compares the two.
import type { ColumnType, Generated } from "kysely";
import type { Instant } from "#base/instant.ts";

type Json = ColumnType<unknown, string, string>;
type FilledJson = ColumnType<unknown, string | undefined, string>;

export type Tables = {\n${bodies.join("\n")}\n};\n`;
}

const typesOf: Record<string, string> = {
  uuid: "string",
  text: "string",
  boolean: "boolean",
  integer: "number",
  bigint: "number",
  "double precision": "number",
  bytea: "Buffer",
  jsonb: "Json",
  "text[]": "string[]",
  "uuid[]": "string[]",
  "time without time zone": "string",
  "timestamp with time zone": "Instant",
  date: "string",
};

/** The business, and beside it who comes in. */
const schemas = "'public'::regnamespace, 'auth'::regnamespace";
const ours =
  "n.nspname in ('public', 'auth') and not exists (select from pg_depend d where d.objid = OID and d.deptype = 'e')";

const sections = [
  {
    name: "columns",
    query: `select c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace in (${schemas}) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      order by c.oid::regclass::text, a.attnum`,
  },
  {
    name: "constraints",
    query: `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
      where connamespace in (${schemas}) and contype <> 'n' order by 1`,
  },
  {
    name: "indexes",
    query: `select indexdef as line from pg_indexes where schemaname in ('public', 'auth') order by 1`,
  },
  {
    name: "row level security",
    query: `select tablename || ' ' || policyname || ' ' || cmd || ' to ' || array_to_string(roles, ',') || ' using '
        || coalesce(qual, '') || ' check ' || coalesce(with_check, '') as line from pg_policies
      where schemaname = 'public'
      union all select relname || ' walled ' || relrowsecurity from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  },
  {
    name: "rights",
    query: `select c.oid::regclass || ' ' || array_to_string(c.relacl, ' ') as line from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where ${ours.replace("OID", "c.oid")} and c.relacl is not null
      union all select c.oid::regclass || '.' || a.attname || ' ' || array_to_string(a.attacl, ' ') from pg_attribute a
      join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours.replace("OID", "c.oid")} and a.attacl is not null order by 1`,
  },
  {
    name: "functions",
    query: `select pg_get_functiondef(p.oid) || ' -- ' || coalesce(array_to_string(p.proacl, ' '), 'public') as line
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${ours.replace("OID", "p.oid")} and p.prokind in ('f', 'p') order by p.proname`,
  },
];
