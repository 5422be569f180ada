import { findCalendar } from "#app/calendars/store.ts";
import { findMember } from "#app/members/store.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import type { Calendar } from "#base/calendar.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Language, languageNamed } from "./languages.ts";

/** What is kept of an answer: nothing of the sentence but the names of the rules that it set off. */
export type KeptAnswer = {
  id: string;
  language: Language;
  rules: string[];
  isPromise: boolean;
  byMemberId: string;
  at: Instant;
};

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

/** In which zone and hours a member means the times they write. */
export async function speakerOf(
  tx: Tx,
  workspaceId: string,
  memberId: string,
): Promise<{ timeZone: string; calendar: Calendar }> {
  const workspace = await findWorkspace(tx, workspaceId);
  const house = workspace && (await findCalendar(tx, workspaceId, workspace.calendarId));
  if (!house) throw new Error("the transaction's workspace does not exist");
  const member = await findMember(tx, workspaceId, memberId);
  return { timeZone: member?.timeZone ?? workspace.timeZone, calendar: house.calendar };
}
