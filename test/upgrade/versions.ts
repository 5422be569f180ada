import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";
import { newId } from "#base/id.ts";
import type { Connection } from "#engine/db/database.ts";
import { pg } from "#engine/db/types.ts";

const migrations = new URL("../../db/migrations/", import.meta.url);

/** Migrations that houses already have, in the order in which they were released, each with the digest of its text. */
export const released: readonly [name: string, sha256: string][] = [
  ["0001-house.sql", "45ac35c3fdaa5621fd7831a7ac5e8d8ef0c6584dae53b3bd2425990d4adb04fe"],
  ["0002-customers.sql", "a0d97e0d13dfdf9422cc2c6cd6d6567ef53bc6f42bb6fb8211fe3411f2bccd35"],
  ["0003-messages.sql", "135f16f332d5c9a5d2a4e5759750026852283cd7928e0929ea50150a96233137"],
  ["0004-promises.sql", "595e898cbb5fb47a308c693615b12ee571de5a222902978871585393718f178c"],
  ["0005-walls.sql", "d73512a78e2ab02cff4d3e09d3e5e30bb9c6a3dcbd3811a63f9ac8f07da7b2e1"],
  ["0006-search.sql", "c487170bd7d4cd48f5eb3d3f163d9d5ed621dd2c91c0bceba50aaf0b65c92f3c"],
  ["0030-sentences.sql", "faf7b41a7db038884635ab3c47a00a89395158c8e930dca9353f536eca5d93e8"],
];

/** All migrations there are. */
export function allMigrations(): string[] {
  return readdirSync(migrations).filter((name) => name.endsWith(".sql"));
}

/** A migration's text and its digest. */
export function textOf(name: string): { text: string; sha256: string } {
  const text = readFileSync(new URL(name, migrations), "utf8");
  return { text, sha256: createHash("sha256").update(text).digest("hex") };
}

/** The folder of a version that has these migrations, and perhaps some that were never written. */
export function folderWith(names: readonly string[], more: Record<string, string> = {}): URL {
  const folder = mkdtempSync(join(tmpdir(), "truepenny-version-"));
  after(() => rmSync(folder, { recursive: true }));
  for (const name of names) writeFileSync(join(folder, name), textOf(name).text);
  for (const [name, text] of Object.entries(more)) writeFileSync(join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}

/** A database beside that one with nothing in it, dropped after the tests. */
export async function emptyBeside(owner: Connection): Promise<Connection> {
  const database = `version_${newId().replaceAll("-", "")}`;
  await ask(owner, `create database ${database} template template0`);
  after(() => ask(owner, `drop database ${database} with (force)`));
  return { ...owner, database };
}

export async function ask(at: Connection, query: string): Promise<Record<string, unknown>[]> {
  return withClient(at, async (client) => (await client.query(query)).rows);
}

export async function withClient<T>(at: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(at);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
