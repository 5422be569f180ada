import type { Tx } from "#engine/db/database.ts";
import { firstWordVia } from "./first-word.ts";

/** The open promise of a first word in this case; undefined once it was given. */
export async function firstWordOf(tx: Tx, workspaceId: string, caseId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("promises")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("case_id", "=", caseId)
    .where("made_via", "=", firstWordVia)
    .where("state", "=", "open")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** How much of what was promised in this case is not settled, the first word left out: that is kept by saying it. */
export async function openPlansOf(tx: Tx, workspaceId: string, caseId: string): Promise<number> {
  const { open } = await tx
    .selectFrom("promises")
    .select((select) => select.fn.countAll<number>().as("open"))
    .where("workspace_id", "=", workspaceId)
    .where("case_id", "=", caseId)
    .where("made_via", "!=", firstWordVia)
    .where("state", "=", "open")
    .executeTakeFirstOrThrow();
  return open;
}
