import type { Tx } from "#engine/db/database.ts";
import type { ProfileEntry, Topic } from "./profile.ts";

const columns = [
  "id",
  "customer_id as customerId",
  "topic",
  "text",
  "what_we_heard as whatWeHeard",
  "is_shared as isShared",
  "author_id as authorId",
  "written_at as writtenAt",
  "withdrawn_at as withdrawnAt",
  "version",
] as const;

export async function insertProfileEntry(tx: Tx, workspaceId: string, entry: ProfileEntry): Promise<void> {
  await tx
    .insertInto("profile_entries")
    .values({
      workspace_id: workspaceId,
      id: entry.id,
      customer_id: entry.customerId,
      topic: entry.topic,
      text: entry.text,
      what_we_heard: entry.whatWeHeard,
      is_shared: entry.isShared,
      author_id: entry.authorId,
      written_at: entry.writtenAt,
    })
    .execute();
}

export async function findProfileEntry(
  tx: Tx,
  workspaceId: string,
  id: string,
  lock?: "for update",
): Promise<ProfileEntry | undefined> {
  const row = await tx
    .selectFrom("profile_entries")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && entryOf(row);
}

/** Saves what was found for update: what was written stays as it was written. */
export async function saveProfileEntry(tx: Tx, workspaceId: string, entry: ProfileEntry): Promise<void> {
  await tx
    .updateTable("profile_entries")
    .set({ is_shared: entry.isShared, withdrawn_at: entry.withdrawnAt, version: entry.version })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", entry.id)
    .execute();
}

/** What is known of a customer and its aliases, newest first; what was withdrawn only when asked for. */
export async function listProfile(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
  which: { topic?: Topic | undefined; withdrawn: boolean; limit: number; after?: string | undefined },
): Promise<ProfileEntry[]> {
  const rows = await tx
    .selectFrom("profile_entries")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("customer_id", "=", q.fn.any(q.val(customerIds))))
    .$if(which.topic !== undefined, (query) => query.where("topic", "=", which.topic ?? ""))
    .$if(!which.withdrawn, (query) => query.where("withdrawn_at", "is", null))
    .$if(which.after !== undefined, (query) => query.where("id", "<", which.after ?? ""))
    .orderBy("id", "desc")
    .limit(which.limit)
    .execute();
  return rows.map(entryOf);
}

function entryOf(row: Omit<ProfileEntry, "topic"> & { topic: string }): ProfileEntry {
  return { ...row, topic: row.topic as Topic };
}
