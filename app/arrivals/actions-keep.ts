import { newId } from "#base/id.ts";
import { type Instant, isAfter, plusSeconds } from "#base/instant.ts";
import { leavesDue, type Tx } from "#engine/db/database.ts";
import type { Arrival } from "./arrival.ts";
import { insertArrival } from "./store.ts";

/** So long the bytes of what came are kept beside what was understood of it. */
const keptSeconds = 90 * 86_400;

export type Came = {
  mailboxId: string;
  /** Where it lies in the folder, for what was fetched. */
  place: { uidValidity: number; uid: number } | null;
  raw: Buffer;
  /** How large it is in all, where only its beginning was taken. */
  bytes: number;
  recipients: string[];
  receivedAt: Instant | null;
};

/** Keeps a mail as it came. Only when this is committed may whoever brought it forget it. */
export async function keepArrival(tx: Tx, workspaceId: string, came: Came, now: Instant): Promise<boolean> {
  const { receivedAt, place } = came;
  const kept = await insertArrival(tx, workspaceId, {
    ...noNumber,
    id: newId(),
    via: "mail",
    mailboxId: came.mailboxId,
    uidValidity: place?.uidValidity ?? null,
    uid: place?.uid ?? null,
    arrivedAt: receivedAt && !isAfter(receivedAt, now) ? receivedAt : now,
    recipients: came.recipients,
    bytes: came.bytes,
    raw: came.raw,
    fileAt: now,
    forgetAt: plusSeconds(now, keptSeconds),
  });
  leavesDue(tx);
  return kept;
}

const noNumber = { numberId: null, formId: null, sid: null };
const noMailbox = { mailboxId: null, uidValidity: null, uid: null, recipients: [] };

export type Told = Pick<Arrival, "via" | "sid"> & { numberId?: string; formId?: string; raw: Buffer };

/** Keeps what was told of a text or a call, or written in a form, as it came: once, however often it is brought. */
export async function keepTold(tx: Tx, workspaceId: string, told: Told, now: Instant): Promise<void> {
  await insertArrival(tx, workspaceId, {
    ...noNumber,
    ...noMailbox,
    ...told,
    id: newId(),
    arrivedAt: now,
    bytes: told.raw.length,
    fileAt: now,
    forgetAt: plusSeconds(now, keptSeconds),
  });
  leavesDue(tx);
}
