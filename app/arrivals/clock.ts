import type { Instant } from "#base/instant.ts";
import { alarms } from "#engine/clock/alarms.ts";
import { byAlarm, type DueRow } from "#engine/clock/due-rows.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import { readMail } from "#engine/mail/read-mail.ts";
import { fileArrival } from "./actions-file.ts";
import { beginLook, type Looks, look } from "./actions-look.ts";
import { fileTold } from "./actions-told.ts";
import { fileWritten } from "./actions-written.ts";
import { findNew, forgetRaw } from "./store.ts";

/** What waits to be understood and filed, and what was kept long enough. */
export function arrivalDuties(db: Database, house: House): Duty<DueRow>[] {
  const file: Duty<DueRow> = {
    name: "file what came",
    ...byAlarm(db, alarms.arrival),
    act: async ({ workspaceId, ...due }, now) => {
      const kept = await inWorkspace(db, workspaceId, (tx) => findNew(tx, workspaceId, due));
      if (!kept) return;
      const raw = kept.raw ?? Buffer.alloc(0);
      if (kept.via === "form") return inWorkspace(db, workspaceId, (tx) => fileWritten(tx, workspaceId, due, raw, now));
      if (kept.via !== "mail") return inWorkspace(db, workspaceId, (tx) => fileTold(tx, workspaceId, due, raw, now));
      // Outside of any transaction: a large one takes seconds.
      const mail = await readMail(raw);
      await inWorkspace(db, workspaceId, (tx) => fileArrival(tx, workspaceId, due, mail, house, now));
    },
    // Each has a whole mail in memory.
    lanes: 4,
  };
  const forget: Duty<DueRow> = {
    name: "forget mail",
    ...byAlarm(db, alarms.old_mail),
    act: ({ workspaceId, ...due }, now) => inWorkspace(db, workspaceId, (tx) => forgetRaw(tx, workspaceId, due, now)),
  };
  return [file, forget];
}

/**
 * Mailboxes that are looked into by this process. A look goes on behind the clock for as long as the lease is renewed;
 * `stop` ends all of them in order and gives the leases back, so that another process goes on at once.
 */
export function watchMailboxes(looks: Looks, log: (problem: unknown, doing: string) => void) {
  const going = new Map<string, { ends: AbortController; done: Promise<void> }>();

  async function watch({ workspaceId, id }: DueRow, now: Instant): Promise<void> {
    const held = await beginLook(looks, workspaceId, id, now);
    if (!held) return;
    // Its lease ran out or its settings changed: the look before this one is over.
    going.get(id)?.ends.abort();
    const ends = new AbortController();
    const done = look(looks, held, ends.signal)
      .catch((problem) => log(problem, "look into a mailbox"))
      .finally(() => going.get(id)?.ends === ends && going.delete(id));
    going.set(id, { ends, done });
    if (looks.restMs === null) await done;
  }

  const duty: Duty<DueRow> = {
    name: "look into mailboxes",
    ...byAlarm(looks.db, alarms.mailbox),
    act: watch,
  };
  const stop = async () => {
    const all = [...going.values()];
    for (const { ends } of all) ends.abort();
    await Promise.all(all.map(({ done }) => done));
  };
  return { duty, stop };
}
