import { findCalendar } from "#app/calendars/store.ts";
import { append } from "#app/journal/store.ts";
import { findMember } from "#app/members/store.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import type { Calendar } from "#base/calendar.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { invalid } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import type { KeptAnswer } from "./answer.ts";
import { readableIn, rulesOf } from "./found.ts";
import { insertAnswer } from "./store.ts";

/** Keeps a member's yes or no to one sentence, and of the sentence only which rules it set off. */
export async function answerSentence(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  said: { sentence: string; language?: string | undefined; isPromise: boolean },
  now: Instant,
): Promise<KeptAnswer> {
  const language = readableIn(said.sentence, said.language);
  if (!language) {
    const sentence = "We cannot tell the language of this sentence. Name it: en, de, es or fr.";
    throw invalid("unknown_language", sentence, "language");
  }
  const { rules } = rulesOf(said.sentence, language);
  const answer = { id: newId(), language, rules, isPromise: said.isPromise, byMemberId: memberId, at: now };
  await insertAnswer(tx, workspaceId, answer);
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: "sentence answered",
    at: now,
    by: { memberId },
    subjectId: answer.id,
    facts: { language, rules, is_promise: said.isPromise },
  });
  return answer;
}

/** In which zone and hours a member means the times they write, and in which language they read. */
export async function speakerOf(
  tx: Tx,
  workspaceId: string,
  memberId: string,
): Promise<{ timeZone: string; calendar: Calendar; language: string }> {
  const workspace = await findWorkspace(tx, workspaceId);
  const house = workspace && (await findCalendar(tx, workspaceId, workspace.calendarId));
  if (!house) throw new Error("the transaction's workspace does not exist");
  const member = await findMember(tx, workspaceId, memberId);
  return {
    timeZone: member?.timeZone ?? workspace.timeZone,
    calendar: house.calendar,
    language: member?.language ?? workspace.language,
  };
}
