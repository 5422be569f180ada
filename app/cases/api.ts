import { dueOf, estimateOf, tellingOf } from "#app/promises/input.ts";
import { usual } from "#app/promises/recording.ts";
import type { ParamsOf } from "#base/contract.ts";
import { given } from "#base/given.ts";
import type { Instant } from "#base/instant.ts";
import { conflict, invalid, missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Actor, serve } from "#engine/http/call.ts";
import { changeCase, raiseCase } from "./actions.ts";
import {
  escalateCase,
  noteInCase,
  pauseCase,
  recordAsking,
  resumeCase,
  snoozeCase,
  tellStatus,
} from "./actions-acts.ts";
import { leaveCause, shareCause } from "./actions-causes.ts";
import { answerCase, askByHand, completeCase, reopenCase, tellDone, voidCase } from "./actions-closing.ts";
import { type Deed, deedOn, takeUp } from "./actions-deed.ts";
import { draftOf, replyFactsOf } from "./actions-draft.ts";
import { casesListed } from "./actions-list.ts";
import { seeMentions } from "./actions-mentions.ts";
import { askToOwn, handOn, ownCase } from "./actions-owning.ts";
import { planPromise, planStep } from "./actions-plan.ts";
import type { Case } from "./case.ts";
import { isAnswered } from "./closing.ts";
import { forStaff, mentionForStaff, type StaffCase, saidOut, wholeForStaff } from "./for-staff.ts";
import { caughtUp } from "./status.ts";
import { findCase } from "./store.ts";
import { answersIn } from "./store-answers.ts";
import { aroundOf } from "./store-around.ts";
import { countCases } from "./store-list.ts";
import { mentionsOf } from "./store-mentions.ts";
import { messagesIn } from "./store-messages.ts";
import { noteWriting } from "./store-presences.ts";
import { pulsesIn } from "./store-pulses.ts";
import { casesContract as wire } from "./wire.ts";

const mostCounted = 1000;
const mostMentions = 50;

type Change = { tx: Tx; member: Actor; params: ParamsOf<typeof wire.getCase>; now: Instant; version: number | null };

/** Takes the case up for a member, and shows what they made of it. */
async function changed(
  { tx, member, params, now, version }: Change,
  work: (deed: Deed, c: Case) => Promise<Case>,
): Promise<StaffCase> {
  const { workspaceId, memberId } = member;
  const { deed, c } = await takeUp(tx, { workspaceId, by: { memberId } }, params.id, now, version);
  return forStaff(await work(deed, c));
}

async function seen({ tx, member, params }: Pick<Change, "tx" | "member" | "params">) {
  const { workspaceId } = member;
  const { id: caseId } = params;
  const [c, around] = await Promise.all([findCase(tx, workspaceId, caseId), aroundOf(tx, workspaceId, { caseId })]);
  if (!around) throw missing("case");
  return { c, around };
}

export const casesApi = serve(wire, {
  raiseCase: async ({ tx, member, body, now }) => {
    const { workspaceId, memberId } = member;
    const onTheSpot = body.on_the_spot ?? null;
    if (onTheSpot && body.acknowledge) {
      throw conflict("on_the_spot", "What is put right on the spot needs no acknowledgement.");
    }
    const raised = {
      customerId: body.customer_id,
      contactId: body.contact_id ?? null,
      kind: body.kind,
      subject: body.subject ?? null,
      words: body.words,
      channel: body.channel,
      teamId: body.team_id ?? null,
      raisedAt: body.raised_at ?? now,
      own: body.own ?? false,
      isByItself: body.acknowledge ?? false,
      messageId: null,
      onTheSpot: onTheSpot && { did: onTheSpot.did, isSatisfied: onTheSpot.satisfied },
    };
    return forStaff(await raiseCase(tx, { workspaceId, by: { memberId } }, raised, now));
  },
  listCases: ({ tx, member, query }) => casesListed(tx, member.workspaceId, query),
  countCases: async ({ tx, member }) => {
    const { laidAside: laid_aside, ...counts } = await countCases(tx, member.workspaceId, member.memberId, mostCounted);
    return { ...counts, laid_aside };
  },
  getCase: async (call) => {
    const { tx, member } = call;
    const { c, around } = await seen(call);
    // Few have any: to ask for them each time would cost each reading a statement.
    const [answers, pulses] = await Promise.all([
      isAnswered(c) ? answersIn(tx, member.workspaceId, c.id) : [],
      c.pulsedAt ? pulsesIn(tx, member.workspaceId, c.id) : [],
    ]);
    return wholeForStaff(caughtUp(c, call.now, around), around, answers, pulses);
  },
  changeCase: (call) =>
    changed(call, (deed, c) => {
      const { kind, subject, team_id: teamId, contact_id: contactId } = call.body;
      return changeCase(deed, c, given({ kind, subject, teamId, contactId }));
    }),
  readCase: async ({ tx, member, params, query }) => {
    const { id } = await findCase(tx, member.workspaceId, params.id);
    const asked = { limit: query.limit + 1, after: query.after, withNotes: true };
    const found = await messagesIn(tx, member.workspaceId, id, asked);
    const items = found.slice(0, query.limit).map(saidOut);
    return { items, next: found.length > query.limit ? (items.at(-1)?.id ?? null) : null };
  },
  draftStatus: async (call) => {
    const { tx, member, now } = call;
    const { c } = await seen(call);
    return draftOf(await deedOn(tx, { workspaceId: member.workspaceId, by: "machine" }, c, now), c);
  },
  replyFacts: async (call) => {
    const { tx, member, now } = call;
    const { c } = await seen(call);
    return replyFactsOf(await deedOn(tx, { workspaceId: member.workspaceId, by: "machine" }, c, now), c, member.name);
  },
  ownCase: (call) =>
    changed(call, (deed, c) => {
      const { memberId } = call.member;
      const { owner_id: ownerId = memberId, ...said } = call.body ?? {};
      return ownerId === memberId ? ownCase(deed, c, memberId, tellingOf(said, call.now)) : askToOwn(deed, c, ownerId);
    }),
  handOnCase: (call) =>
    changed(call, (deed, c) => {
      const to = { handlerId: call.body.handler_id, note: call.body.note ?? null };
      return handOn(deed, c, to, call.member.memberId);
    }),
  planStep: (call) =>
    changed(call, (deed, c) => {
      const { member, body, now } = call;
      if (body.promise_id) return planPromise(deed, c, member, body.promise_id);
      if (!body.text) throw invalid("plan_missing", "Say what is to be done, or name a promise that was made.", "text");
      return planStep(deed, c, member, {
        ...usual,
        text: body.text,
        kind: body.kind ?? "other",
        due: dueOf(body, now),
        estimate: body.estimate === undefined ? null : estimateOf(body.estimate),
        ownerId: body.owner_id ?? null,
        handlerId: body.handler_id ?? null,
        madeAt: now,
        madeVia: "said",
      });
    }),
  tellStatus: (call) =>
    changed(call, (deed, c) => {
      const { attachment_ids: attachmentIds = [], seen_message_id: seenId, ...said } = call.body;
      const word = { telling: tellingOf(said, call.now), attachmentIds, seenId };
      return tellStatus(deed, c, word, call.member.memberId);
    }),
  pauseCase: (call) =>
    changed(call, (deed, c) => {
      const pause = { reason: call.body.reason, telling: tellingOf(call.body, call.now) };
      return pauseCase(deed, c, pause, call.member.memberId);
    }),
  resumeCase: (call) => changed(call, resumeCase),
  completeCase: (call) => changed(call, (deed, c) => completeCase(deed, c, call.body.did, call.member.memberId)),
  tellDone: (call) =>
    changed(call, (deed, c) => tellDone(deed, c, tellingOf(call.body, call.now), call.member.memberId)),
  askSatisfied: (call) =>
    changed(call, (deed, c) => askByHand(deed, c, tellingOf(call.body, call.now), call.member.memberId)),
  answerCase: (call) => changed(call, (deed, c) => answerCase(deed, c, call.body.answer, call.body.words ?? null)),
  reopenCase: (call) => changed(call, (deed, c) => reopenCase(deed, c, call.body?.words ?? null)),
  escalateCase: (call) =>
    changed(call, (deed, c) => escalateCase(deed, c, { by: call.body.by, reason: call.body.reason ?? null })),
  recordAsking: (call) => changed(call, (deed, c) => recordAsking(deed, c, call.body?.words ?? null)),
  noteWriting: async ({ tx, member, params, now }) => {
    const { id } = await findCase(tx, member.workspaceId, params.id);
    await noteWriting(tx, member, id, now);
    return { id };
  },
  noteInCase: (call) =>
    changed(call, (deed, c) => {
      const said = { body: call.body.body, mentionIds: [...new Set(call.body.mention_ids ?? [])] };
      return noteInCase(deed, c, said, call.member.memberId);
    }),
  listMentions: async ({ tx, member: { workspaceId, memberId } }) => {
    const found = await mentionsOf(tx, workspaceId, memberId, mostMentions);
    return { items: found.map(mentionForStaff), next: null };
  },
  seeMentions: async ({ tx, member, params, now }) => ({ seen: await seeMentions(tx, member, params.id, now) }),
  snoozeCase: (call) => changed(call, (deed, c) => snoozeCase(deed, c, call.body.until)),
  voidCase: (call) => changed(call, (deed, c) => voidCase(deed, c, call.body.reason)),
  shareCause: (call) =>
    changed(call, (deed, c) => {
      const { cause_id: causeId, text = null } = call.body;
      if (causeId === null) return leaveCause(deed, c);
      const cause = { causeId: causeId ?? null, text };
      return shareCause(deed, c, cause, call.member.memberId);
    }),
});
