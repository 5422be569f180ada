import type { Tx } from "#engine/db/database.ts";
import { type Actor, serve } from "#engine/http/call.ts";
import { speakerOf } from "./actions.ts";
import { countAdvice, dismissAdvice } from "./actions-coach.ts";
import { pointsIn } from "./coach.ts";
import { findPromises, learnFrom, mostLetters, readableIn } from "./found.ts";
import { hintRules } from "./hint.ts";
import { answersHeard, newestAnswers } from "./store.ts";
import { countsOfRules, dismissedBy } from "./store-coach.ts";
import { whyOf } from "./why.ts";
import { coachContract } from "./wire-coach.ts";

export const coachApi = serve(coachContract, {
  adviseText: async ({ tx, member, body, now }) => {
    const { workspaceId, memberId } = member;
    const language = readableIn(body.text, body.language);
    if (!language) return { language, cannot_say: "unknown_language" as const, points: [] };
    const speaker = await speakerOf(tx, workspaceId, memberId);
    const learned = learnFrom(await newestAnswers(tx, workspaceId, answersHeard), language);
    const dismissed = await dismissedBy(tx, workspaceId, memberId);
    const points = pointsIn(body.text, {
      language,
      promises: findPromises(body.text, { ...speaker, now, language, learned }),
      recorded: body.recorded ?? [],
      advisedDueAt: body.advised_due_at ?? null,
      knows: body.knows ?? [],
      signer: body.is_signed ? null : member.name,
    });
    return {
      language,
      cannot_say: body.text.length > mostLetters ? ("too_long" as const) : null,
      points: points
        .filter(({ rule }) => !dismissed.has(rule))
        .map((point) => ({ ...point, why: whyOf(point.rule, speaker.language) })),
    };
  },
  countAdvice: async ({ tx, member, body }) => {
    await countAdvice(tx, member.workspaceId, body);
    return rulesFor(tx, member);
  },
  dismissAdvice: async ({ tx, member, body, now }) => {
    await dismissAdvice(tx, member.workspaceId, member.memberId, body, now);
    return rulesFor(tx, member);
  },
  listAdvice: ({ tx, member }) => rulesFor(tx, member),
});

async function rulesFor(tx: Tx, { workspaceId, memberId }: Actor) {
  const counts = new Map((await countsOfRules(tx, workspaceId)).map((each) => [each.rule, each]));
  const dismissed = await dismissedBy(tx, workspaceId, memberId);
  return {
    items: hintRules.map((rule) => {
      const { shown = 0, heeded = 0, dismissed: byAll = 0 } = counts.get(rule) ?? {};
      return { rule, dismissed_by_me: dismissed.has(rule), shown, heeded, dismissed: byAll };
    }),
  };
}
