import type { Insertable } from "kysely";
import { type Instant, plusSeconds } from "#base/instant.ts";
import type { Tables } from "#db/tables.ts";
import type { Tx } from "#engine/db/database.ts";
import { fromRow, toRow } from "#engine/db/rows.ts";
import type { Arrival } from "./arrival.ts";

export type NewArrival = Pick<
  Arrival,
  "id" | "via" | "mailboxId" | "numberId" | "formId" | "sid" | "arrivedAt" | "recipients" | "bytes" | "raw"
> & {
  uidValidity: number | null;
  uid: number | null;
  fileAt: Instant;
  forgetAt: Instant;
};

/** Keeps it once: false when this very mail of this folder, or this very text or call, is kept already. */
export async function insertArrival(tx: Tx, workspaceId: string, arrival: NewArrival): Promise<boolean> {
  const row = { ...toRow(arrival), workspace_id: workspaceId, state: "new" };
  const kept = await tx
    .insertInto("arrivals")
    .values(row as Insertable<Tables["arrivals"]>)
    .onConflict((on) => on.doNothing())
    .returning("id")
    .executeTakeFirst();
  return kept !== undefined;
}

/** What waits to be filed at exactly this version; undefined when another process was quicker. */
export async function findNew(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
  lock?: "for update",
): Promise<Arrival | undefined> {
  const row = await tx
    .selectFrom("arrivals")
    .select(lock ? columns : [...columns, "raw"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", due.id)
    .where("version", "=", due.version)
    .where("state", "=", "new")
    .$if(lock !== undefined, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && { ...fromRow<Arrival>(row), raw: row.raw ?? null };
}

export async function findArrival(tx: Tx, workspaceId: string, id: string, lock?: "for update") {
  const row = await tx
    .selectFrom("arrivals")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .$if(lock !== undefined, (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return row && fromRow<Arrival>({ raw: null, ...row });
}

export async function rawOf(tx: Tx, workspaceId: string, id: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom("arrivals")
    .select("raw")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.raw ?? null;
}

export type Outcome = Pick<Arrival, "state"> &
  Partial<Pick<Arrival, "why" | "fromAddress" | "subject" | "troubles" | "messageId" | "memberId" | "settledAt">> & {
    identity?: Buffer | null;
  };

/** What became of it. */
export async function saveOutcome(
  tx: Tx,
  workspaceId: string,
  { id, version }: Arrival,
  outcome: Outcome,
): Promise<void> {
  await tx
    .updateTable("arrivals")
    .set({ ...toRow(outcome), file_at: null, version: version + 1 })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function saveSettled(tx: Tx, workspaceId: string, { id, version }: Arrival, at: Instant): Promise<void> {
  await tx
    .updateTable("arrivals")
    .set({ settled_at: at, version: version + 1 })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

/** The message that a mail with this identity was filed as, by whichever way it came first. */
export async function filedAs(
  tx: Tx,
  workspaceId: string,
  identity: Buffer,
): Promise<{ messageId: string | null } | undefined> {
  return tx
    .selectFrom("arrivals")
    .select("message_id as messageId")
    .where("workspace_id", "=", workspaceId)
    .where("identity", "=", identity)
    .where("state", "=", "filed")
    .executeTakeFirst();
}

/** Forgets the bytes of what was understood or looked at; the rest is looked at again after a month. */
export async function forgetRaw(
  tx: Tx,
  workspaceId: string,
  { id, version }: { id: string; version: number },
  now: Instant,
) {
  const gone = await tx
    .updateTable("arrivals")
    .set({ raw: null, forget_at: null, version: version + 1 })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("version", "=", version)
    .where((or) => or.or([or("state", "in", ["filed", "repeated"]), or("settled_at", "is not", null)]))
    .returning("id")
    .executeTakeFirst();
  if (gone) return;
  await tx
    .updateTable("arrivals")
    .set({ forget_at: plusSeconds(now, 30 * 86_400) })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("version", "=", version)
    .execute();
}

export type ArrivalFilter = { state?: Arrival["state"] | undefined; isOpen?: boolean | undefined };

/** Newest first. */
export async function listArrivals(
  tx: Tx,
  workspaceId: string,
  { state, isOpen, limit, after }: ArrivalFilter & { limit: number; after?: string | undefined },
): Promise<Arrival[]> {
  const rows = await tx
    .selectFrom("arrivals")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? ""))
    .$if(isOpen === true, (query) => query.where("settled_at", "is", null))
    .$if(after !== undefined, (query) => query.where("id", "<", after ?? ""))
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow<Arrival>({ raw: null, ...row }));
}

/** The blind copies of a member that they have not looked through: filed, or with nobody to file them with. */
export async function copiesOf(tx: Tx, workspaceId: string, memberId: string, limit: number): Promise<Arrival[]> {
  const rows = await tx
    .selectFrom("arrivals")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("member_id", "=", memberId)
    .where((or) => or.or([or("state", "=", "filed"), or("why", "=", "nobody_to_file_with")]))
    .where("settled_at", "is", null)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow<Arrival>({ raw: null, ...row }));
}

const columns = [
  "id",
  "via",
  "mailbox_id",
  "number_id",
  "form_id",
  "sid",
  "arrived_at",
  "recipients",
  "bytes",
  "state",
  "why",
  "from_address",
  "subject",
  "troubles",
  "message_id",
  "member_id",
  "settled_at",
  "version",
] as const;
