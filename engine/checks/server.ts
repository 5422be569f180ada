import { readdir } from "node:fs/promises";
import type { Connection } from "#engine/db/database.ts";
import { roles as roleNames, rolePassword } from "#engine/db/roles.ts";
import { pg } from "#engine/db/types.ts";
import { type Finding, well, wrong } from "./finding.ts";

const migrationsFolder = new URL("../../db/migrations/", import.meta.url);
const oldestServer = 15;

/** What can be seen of the server and the schema, as the owner. Changes nothing. */
export async function checkServer(client: pg.Client, owner: Connection, secret: string | null): Promise<Finding[]> {
  const [server, durable, migrations] = [await version(client), await durability(client), await level(client)];
  if (!migrations.isWell) return [server, durable, migrations];
  const logins = secret === null ? [] : [await roles(client, owner, secret)];
  return [server, durable, migrations, ...logins, await walls(client), await failedMail(client)];
}

async function version(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ number: number; name: string; standby: boolean }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as name, pg_is_in_recovery() as standby",
  );
  const { number = 0, name = "", standby = false } = rows[0] ?? {};
  if (standby) {
    return wrong(
      "database",
      `PostgreSQL ${name} is a standby and only reads.`,
      "Name the primary in DATABASE_URL, or promote this one.",
    );
  }
  if (number >= oldestServer * 10_000) return well("database", `PostgreSQL ${name} answers.`);
  return wrong("database", `PostgreSQL ${name} is too old.`, `Bring it to ${oldestServer} or newer.`);
}

async function durability(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string }>(
    "select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'",
  );
  const off = rows.map(({ name }) => name).join(", ");
  if (!off) return well("durability", "What is acknowledged is on the disk.");
  return wrong(
    "durability",
    `${off} is off: a power cut loses what was acknowledged.`,
    "Set it on in postgresql.conf.",
  );
}

async function level(client: pg.Client): Promise<Finding> {
  const files = (await readdir(migrationsFolder)).filter((name) => name.endsWith(".sql"));
  const { rows: there } = await client.query<{ is: boolean }>("select to_regclass('migrations') is not null as is");
  const names = there[0]?.is ? (await client.query<{ name: string }>("select name from migrations")).rows : [];
  const applied = names.map(({ name }) => name);
  const newer = applied.filter((name) => !files.includes(name));
  const pending = files.filter((name) => !applied.includes(name));
  if (newer.length > 0) {
    return wrong("migrations", `A newer Truepenny made this database (${newer.join(", ")}).`, "Update the program.");
  }
  if (pending.length === 0) return well("migrations", `All ${applied.length} are applied.`);
  return wrong("migrations", `Not applied yet: ${pending.join(", ")}.`, "Start the house, or: truepenny migrate");
}

/** All must come in with the passwords that the house derives, and none may go round the walls. */
async function roles(client: pg.Client, owner: Connection, secret: string): Promise<Finding> {
  for (const user of roleNames) {
    const role = new pg.Client({
      ...owner,
      user,
      password: rolePassword(secret, user),
      connectionTimeoutMillis: 5_000,
    });
    const problem = await role.connect().then(
      () => role.end().then(() => null),
      (problem: unknown) => problem,
    );
    if (problem === null) continue;
    const todo = "Let it log in by password (pg_hba.conf), with this house's own key; each start sets its password.";
    return wrong("roles", `The role ${user} cannot log in.`, todo);
  }
  const { rows } = await client.query<{ name: string }>(
    "select rolname as name from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls)",
    [roleNames],
  );
  const loose = rows.map(({ name }) => name).join(", ");
  if (!loose) return well("roles", "All log in and stay inside the walls.");
  return wrong("roles", `${loose} may go round Row Level Security.`, `alter role ${loose} nosuperuser nobypassrls`);
}

async function walls(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string; open: boolean }>(
    `select c.relname as name, not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid) as open
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)`,
  );
  const open = rows.filter((table) => table.open).map(({ name }) => name);
  if (open.length === 0) return well("walls", `Row Level Security stands on all ${rows.length} tables.`);
  return wrong(
    "walls",
    `Row Level Security is off on ${open.join(", ")}.`,
    "Somebody took it away: restore it from a migration.",
  );
}

async function failedMail(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ count: number }>(
    "select count(*) as count from messages where state in ('failed', 'bounced') and problem_settled_at is null",
  );
  const { count = 0 } = rows[0] ?? {};
  if (count === 0) return well("failed mail", "No message failed that nobody has settled.");
  return wrong(
    "failed mail",
    `${count} messages failed, and nobody has settled them.`,
    "They stand on their authors' Today.",
  );
}
