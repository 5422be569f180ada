import { folderOf } from "#app/mailboxes/actions-open.ts";
import { delayAfter, leaseSeconds, type Mailbox } from "#app/mailboxes/mailbox.ts";
import { claimLook, type Progress, saveLook } from "#app/mailboxes/store.ts";
import { newId } from "#base/id.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import { type Fetched, lookInto } from "#engine/channels/imap.ts";
import { imapTrouble } from "#engine/channels/imap-trial.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import { keepArrival } from "./actions-keep.ts";

export type Looks = {
  db: Database;
  house: House;
  now: () => Instant;
  /** How long to rest between two looks; null for one look alone. */
  restMs: number | null;
};

type Look = { workspaceId: string; mailbox: Mailbox; watchId: string };

/** Takes a mailbox in hand, so that no other process looks into it meanwhile; null when one does. */
export async function beginLook({ db }: Looks, workspaceId: string, id: string, now: Instant): Promise<Look | null> {
  const watchId = newId();
  const until = plusSeconds(now, leaseSeconds);
  const mailbox = await inWorkspace(db, workspaceId, (tx) => claimLook(tx, workspaceId, id, { watchId, until, now }));
  return mailbox ? { workspaceId, mailbox, watchId } : null;
}

/** Looks until it is told to stop or loses the lease, and leaves word of when to look again and what was wrong. */
export async function look(looks: Looks, held: Look, signal: AbortSignal): Promise<void> {
  const lost = new AbortController();
  const either = AbortSignal.any([signal, lost.signal]);
  const { mailbox } = held;
  // A mail may take long to come; meanwhile the lease must not run out.
  const pulse = setInterval(() => void keepLease(looks, held, lost).catch(() => lost.abort()), 30_000);
  try {
    const { uidValidity, lastUid } = mailbox;
    await lookInto(await folderOf(mailbox, looks.house, held.workspaceId), {
      since: uidValidity !== null && lastUid !== null ? { uidValidity, lastUid } : null,
      take: (mail) => keep(looks, held, mail, lost),
      rest: async (place) => {
        await progress(looks, held, lost, { ...place, ...well, lookedAt: looks.now(), nextLookAt: leaseEnd(looks) });
      },
      signal: either,
      restMs: looks.restMs,
    });
    await progress(looks, held, lost, { watchId: null, nextLookAt: plusSeconds(looks.now(), signal.aborted ? 0 : 60) });
  } catch (problem) {
    await leave(looks, held, lost, either, problem);
  } finally {
    clearInterval(pulse);
  }
}

const well = { problem: null, problemAt: null, failures: 0 };

async function leave(
  looks: Looks,
  held: Look,
  lost: AbortController,
  signal: AbortSignal,
  problem: unknown,
): Promise<void> {
  const now = looks.now();
  // Ended by us, it fails by that: nothing is wrong, and whoever comes next begins at once.
  if (signal.aborted) return void (await progress(looks, held, lost, { watchId: null, nextLookAt: now }));
  const { host, port, folder, failures } = held.mailbox;
  const at = { host: host ?? "", port: port ?? 0, folder: folder ?? "" };
  const says = problem instanceof Refusal ? problem.message : imapTrouble(problem, at).says;
  const nextLookAt = plusSeconds(now, delayAfter(failures + 1));
  await progress(looks, held, lost, {
    watchId: null,
    problem: says,
    problemAt: now,
    failures: failures + 1,
    nextLookAt,
  });
}

/** Kept in a transaction of its own, together with how far we are: a crash before it leaves the mail to be taken again. */
async function keep({ db, now }: Looks, held: Look, mail: Fetched, lost: AbortController): Promise<void> {
  const { workspaceId, mailbox, watchId } = held;
  const { uidValidity, lastUid: uid, raw, bytes, receivedAt } = mail;
  const came = { mailboxId: mailbox.id, place: { uidValidity, uid }, raw, bytes, receivedAt, recipients: [] };
  const isOurs = await inWorkspace(db, workspaceId, async (tx) => {
    await keepArrival(tx, workspaceId, came, now());
    const place = mailbox.uidValidity === null || mail.isNew ? { uidValidity, lastUid: uid } : {};
    return saveLook(tx, workspaceId, { id: mailbox.id, watchId }, { ...place, lookedAt: now() });
  });
  if (!isOurs) lost.abort();
}

function leaseEnd({ now }: Looks): Instant {
  return plusSeconds(now(), leaseSeconds);
}

async function keepLease(looks: Looks, held: Look, lost: AbortController): Promise<void> {
  await progress(looks, held, lost, { nextLookAt: leaseEnd(looks) });
}

async function progress({ db }: Looks, held: Look, lost: AbortController, said: Progress): Promise<void> {
  const { workspaceId, mailbox, watchId } = held;
  const which = { id: mailbox.id, watchId };
  if (!(await inWorkspace(db, workspaceId, (tx) => saveLook(tx, workspaceId, which, said)))) lost.abort();
}
