import { quoteFromHistory } from "#app/quotes/actions.ts";
import type { AdvisedQuote } from "#app/quotes/quote.ts";
import { demand } from "#base/refusal.ts";
import { serve } from "#engine/http/call.ts";
import { readingAids, readLine } from "./actions-quick-add.ts";
import { estimateOf, readWords } from "./input.ts";
import { lineForStaff } from "./line-read.ts";
import { modestQuote } from "./quote.ts";
import { checkPeople } from "./setting.ts";
import { findPromise, loadOf } from "./store.ts";
import { settingOf } from "./store-setting.ts";
import { closedAtDue, type Warning } from "./warnings.ts";
import { adviceContract as wire } from "./wire-advice.ts";
import { aidsForStaff, readingAidsContract } from "./wire-reading-aids.ts";

const advice = serve(wire, {
  adviseQuote: async ({ tx, member, body, now }) => {
    const { workspaceId, memberId } = member;
    const promise = body.promise_id ? await findPromise(tx, workspaceId, body.promise_id) : null;
    const customerId = body.customer_id ?? promise?.customerId ?? null;
    const ownerId = body.owner_id ?? promise?.ownerId ?? memberId;
    const asked = { kind: body.kind, customerId, ownerId, contactId: null, speakerId: memberId };
    const setting = await settingOf(tx, workspaceId, asked);
    demand(checkPeople(setting, asked));
    const said = body.estimate === undefined ? null : estimateOf(body.estimate);
    const { estimateIn } = setting.policy;
    const { language } = setting.speaker;
    const estimate = said && { seconds: said.seconds, in: said.in ?? estimateIn };
    const modest = estimate && modestQuote(estimate, setting.hours, now, language);
    const dueAts = [...(body.due_ats ?? []), ...(body.due_at ? [body.due_at] : [])];
    const work = {
      ...asked,
      wantedByAt: body.wanted_by ?? promise?.wantedByAt ?? null,
      estimateSeconds: estimate?.seconds ?? promise?.estimateSeconds ?? null,
      estimateIn: estimate?.in ?? promise?.estimateIn ?? estimateIn,
      open: promise,
      advisedShare: setting.policy.odds,
      dueAts,
      language,
    };
    const learnt = await quoteFromHistory(tx, workspaceId, work, setting.houseHours, now);
    const advised = learnt ?? modest;
    const load = await loadOf(tx, workspaceId, ownerId, advised?.advisedDueAt ?? now);
    return {
      advised_due_at: advised?.advisedDueAt.toString() ?? null,
      rule: advised?.rule ?? ("none" as const),
      explanation: advised?.explanation ?? nothingKnown(language),
      load: { open: load.open, due_before: load.dueBefore },
      odds: learnt ? oddsOut(learnt) : [],
      share_at_due: (body.due_at && learnt?.shares.at(-1)) ?? null,
      shares: learnt?.shares.flatMap((share, n) => shareOut(share, body.due_ats?.[n])) ?? [],
    };
  },
  readWords: async ({ tx, member, body, now }) => {
    const asked = { customerId: null, contactId: null, ownerId: member.memberId, kind: "other" };
    const setting = await settingOf(tx, member.workspaceId, asked);
    const said = readWords(body.due_words, setting, now);
    const closed = closedAtDue(said, setting, now);
    return {
      opens_at: said.opensAt?.toString() ?? null,
      due_at: said.dueAt.toString(),
      read: said.read,
      warnings: closed ? [warningOut(closed)] : [],
    };
  },
  readLine: async ({ tx, member, body, now }) => {
    const said = { line: body.line, customerId: body.customer_id ?? null };
    return lineForStaff(await readLine(tx, member, said, now));
  },
});

const aids = serve(readingAidsContract, {
  getReadingAids: async ({ tx, member, now }) => aidsForStaff(await readingAids(tx, member, now)),
});

export const adviceApi = [...advice, ...aids];

function oddsOut({ odds }: AdvisedQuote) {
  return odds.map(({ share, dueAt }) => ({ share, due_at: dueAt.toString() }));
}

function warningOut({ at, ...warning }: Warning) {
  return { ...warning, at: at?.toString() ?? null };
}

function shareOut(share: number, dueAt: { toString: () => string } | undefined) {
  return dueAt ? [{ share, due_at: dueAt.toString() }] : [];
}

function nothingKnown(language: string): string {
  return /^de\b/i.test(language)
    ? "Noch zu wenig Erfahrung: Sagen Sie, wie lange es dauert, dann wird das Doppelte empfohlen."
    : "Not enough history yet: say how long it takes, and twice that is advised.";
}
