import type { Tx } from "#engine/db/database.ts";
import type { KeptAnswer } from "./closing.ts";

export async function insertAnswer(tx: Tx, workspaceId: string, answer: KeptAnswer): Promise<void> {
  await tx
    .insertInto("case_answers")
    .values({
      workspace_id: workspaceId,
      id: answer.id,
      case_id: answer.caseId,
      answer: answer.answer,
      words: answer.words,
      by_contact_id: answer.byContactId,
      by_member_id: answer.byMemberId,
      at: answer.at,
    })
    .execute();
}

/** Oldest first. */
export async function answersIn(tx: Tx, workspaceId: string, caseId: string): Promise<KeptAnswer[]> {
  const rows = await tx
    .selectFrom("case_answers")
    .select([
      "id",
      "case_id as caseId",
      "answer",
      "words",
      "by_contact_id as byContactId",
      "by_member_id as byMemberId",
      "at",
    ])
    .where("workspace_id", "=", workspaceId)
    .where("case_id", "=", caseId)
    .orderBy("at")
    .orderBy("id")
    .limit(200)
    .execute();
  return rows as KeptAnswer[];
}
