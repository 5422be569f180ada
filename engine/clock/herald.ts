import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "#engine/db/database.ts";
import { pg } from "#engine/db/types.ts";

export type Herald = {
  /** Says to every process that something is due within two seconds. To be called after the commit. */
  announce(): void;
  stop(): Promise<void>;
};

const gatheringMs = 50;
const comingBackMs = 2_000;

/**
 * Carries "something is due" between processes over LISTEN/NOTIFY, on a connection of its own. Only a quickening: what it
 * loses (a restart, a pooler in between) the poll finds. Announcements of 50 ms become one notice, because a notice in
 * every transaction would halve the commits, and so would a search after each of them.
 */
export function startHerald({ connection, onDue }: { connection: Connection; onDue: () => void }): Herald {
  const ending = new AbortController();
  let client: pg.Client | null = null;
  let gathering: NodeJS.Timeout | null = null;

  async function keepListening(): Promise<void> {
    while (!ending.signal.aborted) {
      await listen().catch(() => undefined);
      await sleep(comingBackMs, null, { signal: ending.signal }).catch(() => undefined);
    }
  }

  /** Resolves when the line has ended. */
  async function listen(): Promise<void> {
    const line = new pg.Client({ ...connection, keepAlive: true, connectionTimeoutMillis: 5_000 });
    const ended = new Promise<void>((resolve) => line.once("end", resolve));
    line.on("error", () => undefined); // it ends the line, which is then taken up again
    line.on("notification", onDue);
    await line.connect();
    await line.query("listen truepenny_due");
    client = line;
    if (ending.signal.aborted) await line.end();
    await ended;
    client = null;
  }

  const kept = keepListening();
  return {
    announce: () => {
      gathering ??= setTimeout(() => {
        gathering = null;
        onDue();
        client?.query("notify truepenny_due").catch(() => undefined);
      }, gatheringMs);
    },
    stop: async () => {
      ending.abort();
      if (gathering) clearTimeout(gathering);
      await client?.end();
      await kept;
    },
  };
}
