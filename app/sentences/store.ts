import type { Tx } from "#engine/db/database.ts";
import type { KeptAnswer } from "./answer.ts";
import { languageNamed } from "./languages.ts";

/** So many answers are learnt from; beyond them the newest say enough. */
export const answersHeard = 500;

export async function insertAnswer(tx: Tx, workspaceId: string, answer: KeptAnswer): Promise<void> {
  await tx
    .insertInto("sentence_answers")
    .values({
      workspace_id: workspaceId,
      id: answer.id,
      language: answer.language,
      rules: answer.rules,
      is_promise: answer.isPromise,
      by_member_id: answer.byMemberId,
      at: answer.at,
    })
    .execute();
}

/** The newest answers of all languages: older ones were given to rules that may be others by now. */
export async function newestAnswers(
  tx: Tx,
  workspaceId: string,
  limit: number,
): Promise<Pick<KeptAnswer, "language" | "rules" | "isPromise">[]> {
  const rows = await tx
    .selectFrom("sentence_answers")
    .select(["language", "rules", "is_promise"])
    .where("workspace_id", "=", workspaceId)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.flatMap(({ language, rules, is_promise: isPromise }) => {
    const known = languageNamed(language);
    return known ? [{ language: known, rules, isPromise }] : [];
  });
}
