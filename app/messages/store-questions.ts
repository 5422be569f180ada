import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Asked } from "./ration.ts";

/** What these contacts (one and its aliases) were asked since then, newest first; what never left does not count. */
export async function questionsTo(
  tx: Tx,
  workspaceId: string,
  contactIds: readonly string[],
  since: Instant,
): Promise<Asked[]> {
  return tx
    .selectFrom("messages")
    .select(["queued_at as at", "answered_at as answeredAt"])
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("contact_id", "=", q.fn.any(q.val(contactIds))))
    .where("is_question", "=", true)
    .where("state", "in", ["queued", "accepted"])
    .where("queued_at", ">", since)
    .orderBy("queued_at", "desc")
    .limit(200)
    .execute();
}

/** The contact answered: whatever they were asked before is no silence. */
export async function markAnswered(
  tx: Tx,
  workspaceId: string,
  contactIds: readonly string[],
  at: Instant,
): Promise<void> {
  await tx
    .updateTable("messages")
    .set({ answered_at: at })
    .where("workspace_id", "=", workspaceId)
    .where((q) => q("contact_id", "=", q.fn.any(q.val(contactIds))))
    .where("is_question", "=", true)
    .where("answered_at", "is", null)
    .execute();
}
