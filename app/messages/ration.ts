import { type Instant, isAfter, plusSeconds } from "#base/instant.ts";
import { conflict, type Ruling, yes } from "#base/refusal.ts";

/** A question that a contact was asked, and when they answered it. */
export type Asked = { at: Instant; answeredAt: Instant | null };

export type Ration = {
  questionsPerDay: number;
  questionsPerMonth: number;
  questionSilences: number;
  questionSilenceDays: number;
};

const day = 86_400;

/**
 * May this contact be asked something now? `asked` is what they were asked in the last months, newest first. So many in 24
 * hours and in 30 days; and after so many silences in a row none for some time, because silence is an answer too.
 */
export function mayAsk(asked: readonly Asked[], ration: Ration, now: Instant): Ruling {
  const since = (days: number) => asked.filter(({ at }) => isAfter(at, plusSeconds(now, -days * day))).length;
  if (since(1) >= ration.questionsPerDay) return rationed("This contact has been asked something today already.");
  if (since(30) >= ration.questionsPerMonth) return rationed("This contact has been asked enough this month.");
  const answered = asked.findIndex(({ answeredAt }) => answeredAt !== null);
  const silences = answered < 0 ? asked.length : answered;
  if (silences >= ration.questionSilences && since(ration.questionSilenceDays) > 0) {
    return rationed("This contact has let the last questions pass, so they are left in peace for a while.");
  }
  return yes;
}

function rationed(sentence: string): Ruling {
  return conflict("question_rationed", sentence);
}
