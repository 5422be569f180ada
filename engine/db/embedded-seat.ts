import { execFile, spawnSync } from "node:child_process";
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, statSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { type Account, accountOf, giveTree, someAccount } from "./embedded-account.ts";
import { copiedNative, elsewhere, nativeFolder } from "./embedded-native.ts";

/** As whom PostgreSQL runs, from where, and where its data lives. */
export type Seat = {
  /** `bin`, `lib` and `share` of PostgreSQL. */
  native: string;
  /** The folder that holds the cluster, its drafts and the socket's folder. */
  home: string;
  /** The cluster itself: PGDATA. */
  cluster: string;
  /** The user id that owns those files. */
  owner: number;
  /** Set when we are root and PostgreSQL runs as another account. */
  account?: Account;
  /** Set when we are root and PostgreSQL runs in a user namespace, where our files appear to belong to this user id. */
  mappedUser?: number;
};

export type RootMode = "namespace" | "account";

/**
 * PostgreSQL refuses to run as root. A user namespace lets it see our own files as somebody else's, wherever they are;
 * where that is not allowed (in most containers) it runs as an unprivileged account, which must be able to reach its
 * programs and its data. Data that another account owns already is run by that account.
 */
export function chooseSeat(dataFolder: string, log: (line: string) => void, rootMode?: RootMode): Seat {
  const cluster = join(dataFolder, "postgres");
  const seat: Seat = { native: nativeFolder(), home: dataFolder, cluster, owner: process.getuid?.() ?? 0 };
  if (seat.owner !== 0) return seat;

  const owner = existsSync(cluster) ? statSync(cluster).uid : 0;
  const inNamespace: Seat = { ...seat, mappedUser: someAccount().uid };
  const allowed = rootMode !== "account" && owner === 0;
  if (allowed && mayUse(inNamespace, seat.native, dataFolder)) return inNamespace;

  const account = owner === 0 ? someAccount() : accountOf(cluster);
  log(`PostgreSQL does not run as root: it runs as the account ${account.name}.`);
  const asAccount: Seat = { ...seat, account, owner: account.uid };
  const native = reachableNative(asAccount, log);
  const home = reachableHome(asAccount, log);
  if (owner === 0 && existsSync(cluster)) giveTree(account, cluster);
  return { ...asAccount, native, home, cluster: join(home, "postgres") };
}

function reachableNative(seat: Seat, log: (line: string) => void): string {
  if (passes(seat, 'test -x "$1/bin/postgres" && test -r "$1/share/postgresql/postgres.bki"', seat.native)) {
    return seat.native;
  }
  const copy = copiedNative(seat.native);
  log(`That account cannot reach ${seat.native}: PostgreSQL's programs are copied to ${copy}.`);
  return copy;
}

/** A link in the place of the cluster is the one word of where it really lives. */
function reachableHome(seat: Seat, log: (line: string) => void): string {
  const link = lstatSync(seat.cluster, { throwIfNoEntry: false });
  if (link?.isSymbolicLink()) return dirname(resolve(seat.home, readlinkSync(seat.cluster)));
  if (passes(seat, 'test -x "$1"', seat.home)) return seat.home;
  if (passes(seat, 'test -x "$1"', dirname(seat.home))) {
    chmodSync(seat.home, 0o711); // may pass through, may not look around
    return seat.home;
  }
  if (link) throw new Error(`The account ${seat.account?.name} cannot reach the data in ${seat.cluster}.`);
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  const home = mkdtempSync(join(elsewhere, "data-"));
  chmodSync(home, 0o711);
  symlinkSync(join(home, "postgres"), seat.cluster);
  log(`That account cannot reach ${seat.home} either: the database is kept in ${home}. Back up both.`);
  return home;
}

function mayUse(seat: Seat, native: string, dataFolder: string): boolean {
  return passes(seat, 'test -x "$1/bin/postgres" && test -w "$2"', native, dataFolder);
}

/** Whether a shell in that seat says yes: the only answer that knows every rule of the system. */
function passes(seat: Seat, script: string, ...paths: string[]): boolean {
  const [file, args, options] = inSeat(seat, "/bin/sh", ["-c", script, "sh", ...paths]);
  return spawnSync(file, args, options).status === 0;
}

type Command = [
  file: string,
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number },
];

/** How to run a program in that seat. It inherits none of our environment, where secrets are. */
export function inSeat(seat: Seat, file: string, args: string[]): Command {
  const options = { cwd: "/", env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } };
  if (seat.account) return [file, args, { ...options, uid: seat.account.uid, gid: seat.account.gid }];
  if (seat.mappedUser === undefined) return [file, args, options];
  // `unshare` becomes the program (it does not fork), so the process that we started is PostgreSQL itself.
  return ["unshare", ["--user", `--map-user=${seat.mappedUser}`, "--", file, ...args], options];
}

/** Runs one of PostgreSQL's own programs to its end. */
export async function runProgram(seat: Seat, program: string, args: string[]): Promise<void> {
  await promisify(execFile)(...inSeat(seat, join(seat.native, "bin", program), args));
}
