import { makePromise } from "#app/promises/actions.ts";
import {
  answerRing,
  endPromise,
  goOn,
  holdUp,
  keepPromise,
  movePromise,
  updateCustomer,
} from "#app/promises/actions-acts.ts";
import { answerMove, markSeen, recordChase, recordVerdict, releaseByCustomer } from "#app/promises/actions-answers.ts";
import {
  acceptPromise,
  correctPromise,
  handOn,
  joinPromises,
  splitPromise,
  voidPromise,
} from "#app/promises/actions-changes.ts";
import { declineRequest } from "#app/promises/actions-many.ts";
import { contradictTelling } from "#app/promises/actions-untelling.ts";
import { usual } from "#app/promises/recording.ts";
import { findPromise } from "#app/promises/store.ts";
import { tellingsOf } from "#app/promises/store-tellings.ts";
import type { Telling } from "#app/promises/telling.ts";
import { isAfter, plusSeconds } from "#base/instant.ts";
import type { Act, Deed } from "./course.ts";
import { keepMany, makeGroup, makeSeries } from "./deeds-of-many.ts";
import type { Doing } from "./doing.ts";

/** Does it by the same action as a member or a customer would. Gives the id of what was made. */
export async function perform(doing: Doing, { act }: Deed): Promise<string> {
  const { tx, id, by, to, says, chance, now } = doing;
  const customer = { workspaceId: by.workspaceId, by: { contactId: to.contactId } };
  const reason = (of: readonly string[]) => chance.oneOf(of);
  const tell = (of: readonly string[]) => telling(doing, chance.oneOf(of));
  switch (act.do) {
    case "make":
      return make(doing, act.isAfterwards ?? false);
    case "make_series":
      return makeSeries(doing, act.every);
    case "make_group":
      return makeGroup(doing, act.count);
    case "keep_occurrence":
    case "keep_group":
      await keepMany(doing);
      break;
    case "join":
      await joinPromises(tx, by, id, await make(doing, false), now);
      break;
    case "decline":
      return decline(doing);
    case "void":
      await voidPromise(tx, by, id, "Recorded twice", now);
      break;
    case "on_track":
      await onTrack(doing);
      break;
    case "update": {
      const isPast = isAfter(now, (await findPromise(tx, by.workspaceId, id)).dueAt);
      const nextWordAt = isPast ? plusSeconds(now, 7200) : null;
      const word = act.inWriting ? { message: { body: chance.oneOf(says.update) } } : tell(says.update);
      await updateCustomer(tx, by, id, { telling: word, nextWordAt }, now);
      break;
    }
    case "move": {
      const due = () => ({ dueAt: act.dueAt, opensAt: null });
      await movePromise(tx, by, id, { due, reason: reason(says.moved), telling: tell(says.sorry) }, now);
      break;
    }
    case "keep":
      await keep(doing, act);
      break;
    case "release":
      await releaseByCustomer(tx, customer, id, reason(says.released), now);
      break;
    case "release_ours":
      await endPromise(tx, by, id, { as: "released", reason: reason(says.released), telling: null }, now);
      break;
    case "fail":
      await endPromise(tx, by, id, { as: "not_kept", reason: reason(says.failed), telling: tell(says.sorry) }, now);
      break;
    case "hold_up":
      await holdUp(tx, by, id, { reason: reason(says.missing), telling: tell(says.missing) }, now);
      break;
    case "go_on":
      await goOn(tx, by, id, now);
      break;
    case "hand_on": {
      const other = doing.founded.people[act.to]?.memberId ?? null;
      await handOn(tx, by, id, { handlerId: null, ownerId: other, note: "You know them better" }, now);
      break;
    }
    case "accept_owning":
      await acceptOwning(doing);
      break;
    case "seen":
      await markSeen(tx, by.workspaceId, id, now);
      break;
    case "chase":
      await recordChase(tx, customer, id, { channel: "portal", words: reason(says.chased), at: now }, now);
      break;
    case "accept_move":
      await answerMove(tx, customer, id, { suits: true, words: null }, now);
      break;
    case "contest_move":
      await answerMove(tx, customer, id, { suits: false, words: reason(says.doesNotSuit) }, now);
      break;
    case "contradict":
      await contradict(doing);
      break;
    case "correct": {
      const text = `${doing.plan.text}, as we said`;
      await correctPromise(tx, by, id, { text, kind: null, void: false, reason: "Written down wrongly" }, now);
      break;
    }
    case "split":
      await splitPromise(tx, by, id, { done: `First part: ${doing.plan.text}`, rest: "The rest, as promised" }, now);
      break;
    case "verdict":
      await answer(doing, act);
      break;
  }
  return id;
}

async function make({ tx, founded, made, plan, by, to, now }: Doing, isAfterwards: boolean): Promise<string> {
  const { madeAt, opensAt, dueAt, text, estimateSeconds, wantedByAt, isVisible, via, work } = plan;
  const asked = { text, kind: work.kind, wantedByAt: wantedByAt && isAfter(wantedByAt, madeAt) ? wantedByAt : null };
  const estimate = estimateSeconds && { seconds: estimateSeconds, in: work.takes.in };
  const due = () => ({ dueAt, opensAt });
  const when = { madeAt: isAfterwards ? madeAt : now, madeVia: via, due, estimate: estimate || null };
  const waitsForId = plan.waitsFor === null ? null : (made.get(plan.waitsFor) ?? null);
  const colleague = plan.toMember === null ? null : (founded.people[plan.toMember]?.memberId ?? null);
  const toWhom = colleague
    ? { toMemberId: colleague, customerId: null, isVisible: false }
    : { customerId: to.customerId, contactId: to.contactId, isVisible };
  const said = { ...usual, ...asked, ...when, ...toWhom, waitsForId };
  return (await makePromise(tx, by, said, now)).promise.id;
}

async function decline(doing: Doing): Promise<string> {
  const { tx, plan, by, to, says, chance, now } = doing;
  const { customerId, contactId } = to;
  const asked = { text: plan.text, kind: plan.work.kind, customerId, contactId, wantedByAt: plan.wantedByAt };
  const no = chance.oneOf(says.declined);
  return (await declineRequest(tx, by, { ...asked, reason: no, telling: telling(doing, no) }, now)).promise.id;
}

/** The act that fits the kind: a call for a callback, words for an e-mail, an arrival for a visit. */
async function keep(doing: Doing, { arrivedAt, withMore }: Extract<Act, { do: "keep" }>): Promise<void> {
  const { tx, plan, id, by, to, says, chance, now } = doing;
  const more = withMore && { more: chance.oneOf(says.more) };
  const isReached = !chance.is(0.06);
  const called = { telling: { told: { channel: "phone", at: now } } as const, reached: isReached, leftMessage: true };
  const written = to.hasEmail ? telling(doing, plan.text, "message") : { told: { channel: "email", at: now } as const };
  const deeds = {
    callback: called,
    email: { telling: written },
    visit: { telling: null, arrivedAt: arrivedAt ?? now },
  };
  const fitting = plan.work.kind in deeds ? deeds[plan.work.kind as keyof typeof deeds] : { telling: null };
  await keepPromise(tx, by, id, { ...fitting, ...more }, now);
}

/** Answers what rang, if anything did. */
async function onTrack({ tx, id, by, now }: Doing): Promise<void> {
  const { ringStage, ringAnsweredAt } = await findPromise(tx, by.workspaceId, id);
  if (ringStage && ringStage !== "ask" && !ringAnsweredAt) await answerRing(tx, by, id, null, now);
}

async function acceptOwning(doing: Doing): Promise<void> {
  const { tx, id, by, founded, now } = doing;
  const { nextOwnerId } = await findPromise(tx, by.workspaceId, id);
  const next = founded.people.find(({ memberId }) => memberId === nextOwnerId);
  if (next) await acceptPromise(tx, next, id, telling(doing, `From now on this is mine. ${next.name}`), now);
}

async function contradict({ tx, id, by, to, now }: Doing): Promise<void> {
  const logged = (await tellingsOf(tx, by.workspaceId, [id])).findLast(({ messageId, at }) => at && !messageId);
  if (!logged) return;
  await contradictTelling(tx, { ...by, by: { contactId: to.contactId } }, logged.id, "Nobody called me.", now);
}

/** Whoever has no name says so at the table; whoever was not asked yet seldom speaks by themselves. */
async function answer(doing: Doing, { answer }: Extract<Act, { do: "verdict" }>): Promise<void> {
  const { tx, id, by, to, says, chance, now } = doing;
  const { askedAt, isVisible } = await findPromise(tx, by.workspaceId, id);
  if (!isVisible || (!askedAt && answer === "kept" && !chance.is(0.5))) return;
  const words = answer === "kept" ? null : chance.oneOf(says.notYet);
  const who = to.client.isStandIn ? { memberId: by.memberId } : { contactId: to.contactId };
  await recordVerdict(tx, { workspaceId: by.workspaceId, by: who }, id, { answer, words }, now);
}

/** In writing to most who can be written to, else by a call or at the table. */
function telling({ plan, to, chance, now }: Doing, body: string, way?: "message"): Telling | null {
  if (plan.toMember !== null) return null;
  if (to.hasEmail && (way === "message" || chance.is(0.7))) return { message: { body } };
  return { told: { channel: to.client.isStandIn ? "in_person" : "phone", at: now, note: body } };
}
