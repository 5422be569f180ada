import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import type { Connection } from "#engine/db/database.ts";
import { makeSocketFolder } from "#engine/db/embedded-files.ts";
import { launch, lockFile } from "#engine/db/embedded-postmaster.ts";
import { chooseSeat, runProgram, type Seat } from "#engine/db/embedded-seat.ts";
import { ask, temporaryFolder, until } from "#test/harness/embedded-owner.ts";

type Server = { seat: Seat; connection: Connection & { host: string } };

const silent = () => {};
const settings = { listen_addresses: "", unix_socket_permissions: "0700" };

/** PostgreSQL as Debian packages it, installed where it is missing: the pair that operating.md describes. */
export function debiansPrograms(): string {
  const programs = "/usr/lib/postgresql/15";
  if (!existsSync(join(programs, "bin", "postgres"))) {
    const sudo = process.getuid?.() === 0 ? [] : ["sudo"];
    const [file = "", ...args] = [...sudo, "apt-get", "install", "-y", "--no-install-recommends", "postgresql-15"];
    execFileSync(file, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
  return programs;
}

/** A primary and its synchronous standby: nothing is acknowledged before both have it on their disks. */
export async function startPair(programs?: string) {
  const [primary, standby] = [newServer(programs), newServer(programs)];
  await runProgram(primary.seat, "initdb", ["-D", primary.seat.cluster, ...clusterOptions]);
  // Of a server that never ran any copy is a base backup.
  execFileSync("cp", ["-a", `${primary.seat.cluster}/.`, standby.seat.cluster]);
  writeFileSync(join(standby.seat.cluster, "standby.signal"), "");
  own(standby.seat, join(standby.seat.cluster, "standby.signal"));

  const startPrimary = () => start(primary, { synchronous_standby_names: "standby" });
  await startPrimary();
  const conninfo = `host=${primary.connection.host} port=5432 user=postgres application_name=standby`;
  await start(standby, { primary_conninfo: conninfo, hot_standby: "on" });
  const states = "select 1 from pg_stat_replication where sync_state = 'sync' and state = 'streaming'";
  await until("the standby follows", async () => (await ask(primary.connection, states)).length === 1);

  const frozen: number[] = [];
  const hosts = [primary, standby].map(({ connection }) => `${encodeURIComponent(connection.host)}:5432`).join(",");
  return {
    url: `postgres://postgres@${hosts}/postgres`,
    standby: standby.connection,
    killPrimary: () => signal("SIGKILL", [postmasterOf(primary)]),
    /** As a machine does that hangs: it says nothing any more, and no line to it is cut. */
    freezePrimary: async () => {
      const sessions = await ask(primary.connection, "select pid from pg_stat_activity where pid <> pg_backend_pid()");
      frozen.push(postmasterOf(primary), ...sessions.map(({ pid }) => Number(pid)));
      signal("SIGSTOP", frozen);
    },
    promote: () => ask(standby.connection, "select pg_promote()"),
    /** As a machine does that comes back and knows of nothing. */
    startPrimary: async () => (frozen.length > 0 ? signal("SIGCONT", frozen) : startPrimary()),
  };
}

function postmasterOf({ seat }: Server): number {
  return Number(lockFile(seat.cluster)[0]);
}

function signal(name: NodeJS.Signals, pids: number[]): void {
  for (const pid of pids) process.kill(pid, name);
}

const clusterOptions = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"];

function newServer(programs?: string): Server {
  const seat = chooseSeat(temporaryFolder(), silent);
  const native = programs ?? seat.native;
  mkdirSync(seat.cluster, { mode: 0o700 });
  own(seat, seat.cluster);
  const host = makeSocketFolder(seat);
  const connection = { host, port: 5432, user: "postgres", database: "postgres" };
  return { seat: { ...seat, native }, connection };
}

async function start(server: Server, more: Record<string, string>): Promise<void> {
  const unix_socket_directories = `"${server.connection.host}"`;
  const running = await launch(server.seat, { ...settings, unix_socket_directories, ...more }, silent);
  after(() => running.stop());
}

function own(seat: Seat, path: string): void {
  if (seat.account) chownSync(path, seat.account.uid, seat.account.gid);
}
