import type { Tx } from "#engine/db/database.ts";
import type { Draft, DraftName } from "./draft.ts";

const columns = ["id", "name", "language", "member_id as memberId", "text", "version"] as const;

/** What the house and this member have written anew, of one draft or of all, for readers of one language. */
export async function draftsOf(
  tx: Tx,
  workspaceId: string,
  which: { language: string; memberId: string | null; name?: DraftName },
): Promise<Draft[]> {
  const { language, memberId, name } = which;
  const rows = await tx
    .selectFrom("drafts")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("language", "=", language)
    .where((is) => is.or([is("member_id", "is", null), is("member_id", "=", memberId)]))
    .$if(name !== undefined, (query) => query.where("name", "=", name ?? ""))
    .execute();
  return rows.map(draftOf);
}

/** One of them, locked: the house's where no member is named. */
export async function findDraft(
  tx: Tx,
  workspaceId: string,
  { name, language, memberId }: Pick<Draft, "name" | "language" | "memberId">,
): Promise<Draft | undefined> {
  const row = await tx
    .selectFrom("drafts")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("name", "=", name)
    .where("language", "=", language)
    .where("member_id", "is not distinct from", memberId)
    .forUpdate()
    .executeTakeFirst();
  return row && draftOf(row);
}

export async function saveDraft(tx: Tx, workspaceId: string, draft: Draft): Promise<void> {
  const { id, name, language, memberId: member_id, text, version } = draft;
  await tx
    .insertInto("drafts")
    .values({ workspace_id: workspaceId, id, name, language, member_id, text, version })
    .onConflict((same) => same.columns(["workspace_id", "id"]).doUpdateSet({ text, version }))
    .execute();
}

export async function removeDraft(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom("drafts").where("workspace_id", "=", workspaceId).where("id", "=", id).execute();
}

function draftOf(row: Omit<Draft, "name"> & { name: string }): Draft {
  return { ...row, name: row.name as DraftName };
}
