import type { Tx } from "#engine/db/database.ts";
import type { Reply } from "./reply.ts";

const columns = ["id", "member_id as memberId", "language", "name", "text", "version"] as const;

/** The house's and this member's own, by their names. */
export async function repliesOf(
  tx: Tx,
  workspaceId: string,
  { memberId, language }: { memberId: string; language?: string | undefined },
): Promise<Reply[]> {
  return tx
    .selectFrom("saved_replies")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where((is) => is.or([is("member_id", "is", null), is("member_id", "=", memberId)]))
    .$if(language !== undefined, (query) => query.where("language", "=", language ?? ""))
    .orderBy("name")
    .orderBy("id")
    .limit(1200)
    .execute();
}

/** One that this member may see, locked. */
export async function findReply(tx: Tx, workspaceId: string, memberId: string, id: string): Promise<Reply | undefined> {
  return tx
    .selectFrom("saved_replies")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where((is) => is.or([is("member_id", "is", null), is("member_id", "=", memberId)]))
    .forUpdate()
    .executeTakeFirst();
}

/** How many there are of the house's, or of a member's own. */
export async function countReplies(tx: Tx, workspaceId: string, memberId: string | null): Promise<number> {
  const { many } = await tx
    .selectFrom("saved_replies")
    .select((select) => select.fn.countAll<number>().as("many"))
    .where("workspace_id", "=", workspaceId)
    .where("member_id", "is not distinct from", memberId)
    .executeTakeFirstOrThrow();
  return many;
}

export async function saveReply(tx: Tx, workspaceId: string, reply: Reply): Promise<void> {
  const { id, memberId: member_id, language, name, text, version } = reply;
  await tx
    .insertInto("saved_replies")
    .values({ workspace_id: workspaceId, id, member_id, language, name, text, version })
    .onConflict((same) => same.columns(["workspace_id", "id"]).doUpdateSet({ name, text, version }))
    .execute();
}

export async function deleteReply(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom("saved_replies").where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
}
