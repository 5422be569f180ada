import { createHash, randomUUID } from "node:crypto";
import { chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { conflict } from "#base/refusal.ts";
import { runProgram, type Seat } from "./embedded-seat.ts";

/** Refuses a cluster that another major version of PostgreSQL wrote, and says the way out. */
export function checkDataVersion(seat: Seat): void {
  const file = join(seat.cluster, "PG_VERSION");
  if (!existsSync(file)) return;
  const data = Number.parseInt(readFileSync(file, "utf8"), 10);
  const ours = programVersion(seat);
  const facts = `The data in ${seat.cluster} was written by PostgreSQL ${data}; this Truepenny brings PostgreSQL ${ours}.`;
  if (data > ours) throw conflict("data_newer", `${facts} Start the newer Truepenny that wrote it.`);
  if (data < ours) {
    const way = "Make a backup with the Truepenny that wrote it, move the folder away, and restore the backup here.";
    throw conflict("data_older", `${facts} ${way}`);
  }
}

/** The file that initdb, too, takes the version from begins "# PostgreSQL 18". */
function programVersion(seat: Seat): number {
  const [, major] =
    /PostgreSQL (\d+)/.exec(readFileSync(join(seat.native, "share/postgresql/postgres.bki"), "utf8")) ?? [];
  return Number(major);
}

/**
 * Makes the cluster where there is none: beside, under a name of its own, then renamed. A first start killed half-way
 * leaves only a folder that the next one sweeps away.
 */
export async function makeCluster(seat: Seat, log: (line: string) => void): Promise<void> {
  await sweepDrafts(seat);
  if (existsSync(seat.cluster)) return;
  log(`Making a new PostgreSQL cluster in ${seat.cluster}.`);
  const draft = join(seat.home, `${draftPrefix}${randomUUID()}`);
  mkdirSync(draft, { mode: 0o700 });
  giveTo(seat, draft);
  await runProgram(seat, "initdb", ["-D", draft, ...clusterOptions]);
  await rename(draft, seat.cluster);
}

const draftPrefix = "cluster.new-";

// The built-in locale sorts the same on every machine and after every upgrade of the system's own libraries.
const clusterOptions = [
  "--username=postgres",
  "--auth=trust", // who may enter the socket's folder is who may connect
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--data-checksums",
];

/** The initdb of a start that was killed may still be writing for a moment: what resists goes the next time. */
async function sweepDrafts(seat: Seat): Promise<void> {
  const drafts = readdirSync(seat.home).filter((name) => name.startsWith(draftPrefix));
  await Promise.allSettled(drafts.map((name) => rm(join(seat.home, name), { recursive: true, force: true })));
}

// The address of a Unix socket has 104 bytes on macOS and 108 on Linux, with `/.s.PGSQL.5432` and a lock file's suffix.
const longestSocketFolder = 80;

/** A folder for the socket that nobody else may enter, with a path that fits a socket's address. */
export function makeSocketFolder(seat: Seat): string {
  const beside = join(seat.home, "socket");
  if (Buffer.byteLength(beside) <= longestSocketFolder && !beside.includes('"')) {
    mkdirSync(beside, { recursive: true, mode: 0o700 });
    giveTo(seat, beside);
    return beside;
  }
  const hash = createHash("sha256").update(seat.home).digest("hex").slice(0, 12);
  const stable = join(tmpdir(), `truepenny-${seat.owner}-${hash}`);
  if (isPrivate(stable, seat.owner)) return stable;
  // Where somebody else was there before us under that name, one that nobody could foresee.
  const folder = existsSync(stable) ? mkdtempSync(join(tmpdir(), "truepenny-")) : stable;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(seat, folder);
  return folder;
}

function isPrivate(folder: string, owner: number): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === owner && (stat.mode & 0o077) === 0;
}

function giveTo(seat: Seat, path: string): void {
  if (seat.account) chownSync(path, seat.account.uid, seat.account.gid);
}
