import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Who owns a data folder, kept by the operating system: SQLite's file lock falls the moment its process dies, however
 * it dies, holds between containers that share the folder, and cannot be mistaken for another process that got the
 * same number. SQLite's own steps fit ours: one `reserved` owner beside any number of `shared` joiners; an owner who
 * goes `pending` lets no new joiner in and waits for the last one to leave.
 */
export type Ownership = {
  /** Resolves once every joiner has left, with no new one let in. */
  untilAlone: () => Promise<void>;
  release: () => void;
};

/** Becomes the one owner of the folder, or answers null when there is one. */
export function takeOwnership(dataFolder: string): Ownership | null {
  const lock = open(dataFolder);
  // A changed page makes the later `commit` need the whole file to itself, and the mode makes it keep the file then.
  if (!attempt(lock, "pragma locking_mode = exclusive; begin immediate; pragma user_version = 1")) {
    lock.close();
    return null;
  }
  const untilAlone = async () => {
    while (!attempt(lock, "commit")) await sleep(20);
  };
  const release = () => {
    rmSync(noteOf(dataFolder), { force: true });
    lock.close();
  };
  return { untilAlone, release };
}

/** Stands beside the owner until the answered function is called; null when the owner is leaving. */
export function joinOwner(dataFolder: string): (() => void) | null {
  const lock = open(dataFolder);
  if (attempt(lock, "begin; select count(*) from sqlite_schema")) return () => lock.close();
  lock.close();
  return null;
}

function open(dataFolder: string): DatabaseSync {
  return new DatabaseSync(join(dataFolder, "server.lock"));
}

const sqliteBusy = 5;

function attempt(lock: DatabaseSync, sql: string): boolean {
  try {
    lock.exec(sql);
    return true;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === sqliteBusy) return false;
    throw error;
  }
}

/** How `pg` reaches the server. There is no password: the socket stands in a folder that only its owner may enter. */
export type EmbeddedConnection = { host: string; port: number; user: "postgres"; database: "postgres" };

export type Owner = { pid: number; command: string; since: string; connection?: EmbeddedConnection };

/** Leaves word of who the owner is and, once the server answers, how to reach it. */
export function writeOwner(dataFolder: string, connection: EmbeddedConnection | undefined): void {
  const since = new Date(Date.now() - process.uptime() * 1000).toISOString();
  const owner: Owner = { pid: process.pid, command: commandName(), since, ...(connection && { connection }) };
  const draft = `${noteOf(dataFolder)}.new`;
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
  renameSync(draft, noteOf(dataFolder));
}

/** The word that the owner left. It may be out of date: only the lock says whether there is an owner. */
export function readOwner(dataFolder: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(noteOf(dataFolder), "utf8"));
  } catch {
    return undefined;
  }
}

function noteOf(dataFolder: string): string {
  return join(dataFolder, "server.json");
}

/** The words before the first flag, and no more: what follows may be a secret. */
function commandName(): string {
  const words = process.argv.slice(2);
  const flag = words.findIndex((word) => word.startsWith("-"));
  return ["truepenny", ...words.slice(0, flag < 0 ? 2 : Math.min(flag, 2))].join(" ");
}
