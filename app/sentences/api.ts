import { serve } from "#engine/http/call.ts";
import { answerSentence, speakerOf } from "./actions.ts";
import { coachApi } from "./api-coach.ts";
import { findPromises, learnFrom, mostFound, mostLetters, readableIn } from "./found.ts";
import { answersHeard, newestAnswers } from "./store.ts";
import { answerForStaff, foundForStaff, sentencesContract } from "./wire.ts";

const sentences = serve(sentencesContract, {
  findSentences: async ({ tx, member, body: { text, language: named }, now }) => {
    const language = readableIn(text, named);
    if (!language) return { language, cannot_say: "unknown_language" as const, items: [] };
    const speaker = await speakerOf(tx, member.workspaceId, member.memberId);
    const answers = await newestAnswers(tx, member.workspaceId, answersHeard);
    const learned = learnFrom(answers, language);
    const found = findPromises(text, { ...speaker, now, language, learned });
    const isWhole = text.length <= mostLetters && found.length < mostFound;
    return { language, cannot_say: isWhole ? null : ("too_long" as const), items: found.map(foundForStaff) };
  },
  answerSentence: async ({ tx, member, body, now }) => {
    const { sentence, language, is_promise: isPromise } = body;
    const said = { sentence, language, isPromise };
    return answerForStaff(await answerSentence(tx, member.workspaceId, member.memberId, said, now));
  },
});

export const sentencesApi = [...sentences, ...coachApi];
