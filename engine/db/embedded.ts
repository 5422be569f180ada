import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { conflict, type Refusal } from "#base/refusal.ts";
import { checkDataVersion, makeCluster, makeSocketFolder } from "./embedded-files.ts";
import {
  type EmbeddedConnection,
  joinOwner,
  type Ownership,
  readOwner,
  takeOwnership,
  writeOwner,
} from "./embedded-lock.ts";
import { clearTheWay } from "./embedded-orphan.ts";
import { whereThereIsRoom } from "./embedded-room.ts";
import { chooseSeat, type RootMode } from "./embedded-seat.ts";
import { keepUp } from "./embedded-upkeep.ts";

export type EmbeddedOptions = {
  dataFolder: string;
  log: (line: string) => void;
  /** PostgreSQL settings over the launcher's own, by their names in postgresql.conf. */
  settings?: Record<string, string>;
  /** Only for tests: which way to take as root, instead of the best that works. */
  rootMode?: RootMode;
};

export type Embedded = { connection: EmbeddedConnection; stop: () => Promise<void> };

const port = 5432;
// Keeps a restart by a supervisor, or a short command that is just ending, from being refused.
const patienceSeconds = 3;
// First start on a slow disk makes the whole cluster before it answers.
const joinSeconds = 60;

/**
 * Starts the PostgreSQL server of a data folder, makes the cluster on the first start, and keeps the server up until
 * `stop`. The server stops by itself when this process dies. One process at a time: refuses with `data_in_use`,
 * `data_newer`, `data_older` or `disk_full`.
 */
export function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  return whereThereIsRoom(options.dataFolder, () => start(options));
}

async function start(options: EmbeddedOptions): Promise<Embedded> {
  const dataFolder = makeDataFolder(options.dataFolder);
  const deadline = Date.now() + patienceSeconds * 1000;
  for (;;) {
    const ownership = takeOwnership(dataFolder);
    if (ownership) return run(ownership, { ...options, dataFolder }, async () => {});
    if (Date.now() > deadline) throw inUse(dataFolder);
    await sleep(50);
  }
}

/**
 * Reaches the server of a data folder for the length of one command: the one that runs already, else one of its own,
 * which stays up until every other command that joined it meanwhile has ended.
 */
export function joinEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  return whereThereIsRoom(options.dataFolder, () => joinOrStart(options));
}

async function joinOrStart(options: EmbeddedOptions): Promise<Embedded> {
  const dataFolder = makeDataFolder(options.dataFolder);
  const deadline = Date.now() + joinSeconds * 1000;
  for (;;) {
    const ownership = takeOwnership(dataFolder);
    if (ownership) return run(ownership, { ...options, dataFolder }, ownership.untilAlone);
    const leave = joinOwner(dataFolder);
    const connection = leave && readOwner(dataFolder)?.connection;
    if (connection) return { connection, stop: async () => leave() };
    leave?.();
    if (Date.now() > deadline) throw inUse(dataFolder);
    await sleep(20);
  }
}

function makeDataFolder(path: string): string {
  const folder = resolve(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function inUse(dataFolder: string): Refusal {
  const owner = readOwner(dataFolder);
  const who = owner ? `${owner.command} (process ${owner.pid}, since ${owner.since})` : "another process";
  return conflict(
    "data_in_use",
    `The data folder ${dataFolder} is in use by ${who}. Stop it first, or choose another folder with TRUEPENNY_DATA.`,
    owner && { pid: owner.pid },
  );
}

async function run(ownership: Ownership, options: EmbeddedOptions, beforeStop: () => Promise<void>): Promise<Embedded> {
  try {
    const { dataFolder, log } = options;
    writeOwner(dataFolder, undefined);
    const seat = chooseSeat(dataFolder, log, options.rootMode);
    checkDataVersion(seat);
    await clearTheWay(seat.cluster, log);
    await makeCluster(seat, log);
    const host = makeSocketFolder(seat);
    // What stands in there is of a server that is gone; after a power cut its number may be a stranger's.
    for (const left of [`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`]) rmSync(join(host, left), { force: true });
    const server = await keepUp(seat, { ...settings(host), ...options.settings }, log);
    const connection: EmbeddedConnection = { host, port, user: "postgres", database: "postgres" };
    writeOwner(dataFolder, connection);
    const stop = async () => {
      await beforeStop();
      await server.stop();
      rmSync(host, { recursive: true, force: true });
      ownership.release();
    };
    let stopped: Promise<void> | undefined;
    return { connection, stop: () => (stopped ??= stop()) };
  } catch (error) {
    ownership.release();
    throw error;
  }
}

function settings(socketFolder: string): Record<string, string> {
  return {
    listen_addresses: "",
    unix_socket_directories: `"${socketFolder}"`,
    unix_socket_permissions: "0700",
    port: String(port),
    fsync: "on",
    shared_buffers: "128MB",
    max_connections: "100",
    // What goes wrong in a statement is told to us; written down over there, it would quote people's names and words.
    log_min_messages: "log",
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    timezone: "UTC",
    log_timezone: "UTC",
  };
}
