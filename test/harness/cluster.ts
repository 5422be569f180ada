import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "#engine/db/embedded.ts";
import type { EmbeddedConnection } from "#engine/db/embedded-lock.ts";

// A power cut in the middle of a test run costs nothing; waiting for the disk at every commit would cost minutes.
// Tests that kill the server start one of their own, with every setting as customers have it.
const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/** A PostgreSQL server of its own in a new folder, which goes away with it. */
export async function startCluster(): Promise<{ connection: EmbeddedConnection; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "truepenny-cluster-"));
  const server = await startEmbedded({ dataFolder: folder, settings, log: () => {} });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { connection: server.connection, stop };
}

let ours: Promise<EmbeddedConnection> | undefined;

/** The server of this test run, or, when a test file is run by hand, one that lives as long as its process. */
export async function testCluster(): Promise<EmbeddedConnection> {
  const given = process.env.TRUEPENNY_TEST_CLUSTER;
  if (given) return JSON.parse(given);
  ours ??= ownCluster();
  return ours;
}

async function ownCluster(): Promise<EmbeddedConnection> {
  const { connection, stop } = await startCluster();
  process.once("beforeExit", () => void stop()); // when the last test is done and nothing is left to wait for
  return connection;
}
