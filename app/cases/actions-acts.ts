import type { Telling } from "#app/promises/telling.ts";
import { type Instant, isAfter } from "#base/instant.ts";
import { conflict, demand, invalid } from "#base/refusal.ts";
import { type Deed, finish, note } from "./actions-deed.ts";
import { ringNamed } from "./actions-mentions.ts";
import { managerFor, ringFor, ringThese } from "./actions-ring-members.ts";
import { logIn, mustSay, say } from "./actions-say.ts";
import { type Case, mayAct } from "./case.ts";
import { withAsking } from "./saying.ts";
import { goneOn, mayGoOn, mayWait } from "./status.ts";
import { caseOfMessage, latestOfOthers } from "./store-messages.ts";
import { answerCaseRings } from "./store-rings.ts";

type ToTell = {
  telling: Telling | null;
  attachmentIds: readonly string[];
  /** The newest word of a colleague that was seen: null for none; undefined asks for nothing. */
  seenId: string | null | undefined;
};

/** A word to the customer on how it stands, by whoever is at it. It is the day's word once it reaches them. */
export async function tellStatus(
  deed: Deed,
  c: Case,
  { telling, attachmentIds, seenId }: ToTell,
  memberId: string,
): Promise<Case> {
  const word = mustSay(telling);
  demand(mayAct(c));
  await demandSeen(deed, c, seenId, memberId);
  await answerCaseRings(deed.tx, deed.workspaceId, c.id, deed.now);
  return finish(deed, await say(deed, c, word, "status", memberId, attachmentIds));
}

/** Nobody answers twice what a colleague has just answered, unless they saw it. */
async function demandSeen(
  { tx, workspaceId }: Deed,
  c: Case,
  seenId: string | null | undefined,
  memberId: string,
): Promise<void> {
  if (seenId === undefined) return;
  const sent = seenId === null ? null : await caseOfMessage(tx, workspaceId, seenId);
  if (sent !== null && sent?.caseId !== c.id) {
    throw invalid("no_such_message", "There is no such message in this case.", "seen_message_id");
  }
  const latest = await latestOfOthers(tx, workspaceId, c.id, memberId);
  if (latest === null || (seenId !== null && latest.id <= seenId)) return;
  const sentence = "A colleague answered while you were writing. Look at it first; your words are still here.";
  throw conflict("edited_meanwhile", sentence, { message_id: latest.id, by_member_id: latest.byMemberId });
}

/** The customer has the next move. Our clock stands from when they were told what for, which they see. */
export async function pauseCase(
  deed: Deed,
  c: Case,
  { reason, telling }: { reason: string; telling: Telling | null },
  memberId: string,
): Promise<Case> {
  demand(mayWait(c));
  const word = mustSay(telling);
  await answerCaseRings(deed.tx, deed.workspaceId, c.id, deed.now);
  note(deed, c, "case waiting for the customer", { words: { reason } });
  return finish(deed, await say(deed, { ...c, waitingReason: reason }, word, "waiting", memberId));
}

export async function resumeCase(deed: Deed, c: Case): Promise<Case> {
  demand(mayGoOn(c));
  const on = goneOn(c, deed.now);
  note(deed, on, "case went on", { facts: { waited_seconds: on.waitedSeconds } });
  return finish(deed, on);
}

/** A note that stays with us; whoever is named in it is rung. */
export async function noteInCase(
  deed: Deed,
  c: Case,
  { body, mentionIds }: { body: string; mentionIds: readonly string[] },
  memberId: string,
): Promise<Case> {
  const words = { direction: "note", channel: "portal", body, author: "human", byMemberId: memberId } as const;
  const messageId = await logIn(deed, c, { ...words, at: deed.now }, { about: "note", toldAt: null });
  note(deed, c, "note written", { facts: { message_id: messageId }, forCustomer: false });
  await ringNamed(deed, c, { body, mentionIds }, memberId);
  return finish(deed, c);
}

/** Out of sight until then; what was promised to the customer rings all the same. */
export async function snoozeCase(deed: Deed, c: Case, until: Instant | null): Promise<Case> {
  demand(mayAct(c));
  if (until && !isAfter(until, deed.now)) throw invalid("snooze_past", "Say a time that is still to come.", "until");
  note(deed, c, "case snoozed", { facts: { until: until }, forCustomer: false });
  return finish(deed, { ...c, snoozedUntilAt: until });
}

/** A manager is asked for, by the customer or by one of us: they get the facts, and the owner beside them. */
export async function escalateCase(
  deed: Deed,
  c: Case,
  { by, reason }: { by: "customer" | "member" | "ring"; reason: string | null },
): Promise<Case> {
  demand(mayAct(c));
  const managerId = await managerFor(deed, c);
  const next = {
    ...c,
    escalatedAt: c.escalatedAt ?? deed.now,
    escalatedToId: managerId,
    escalatedBy: c.escalatedBy ?? by,
  };
  note(deed, next, "case escalated", { facts: { by, to_member_id: managerId }, words: { reason } });
  await ringThese(deed, next, "escalated", [managerId, c.ownerId], reason);
  return finish(deed, next);
}

/** "I'm asking about this": they asked before we told them, and whoever has it is rung. */
export async function recordAsking(deed: Deed, c: Case, words: string | null): Promise<Case> {
  demand(mayAct(c));
  const next = withAsking(c, deed.now);
  note(deed, next, "customer asked", { words: { words } });
  await ringFor(deed, next, "chased", { words });
  return finish(deed, next);
}
