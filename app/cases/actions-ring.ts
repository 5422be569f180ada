import { wordsFor } from "#app/letters/store.ts";
import { mayAskContact } from "#app/messages/actions.ts";
import { endFirstWord } from "#app/promises/actions-first-word.ts";
import { type Instant, isAfter, isBefore, plusSeconds } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Deed, finish, note, takeUpLocked } from "./actions-deed.ts";
import { draftOf } from "./actions-draft.ts";
import { managerFor, ringFor, ringThese } from "./actions-ring-members.ts";
import { addressee, answerPaths, queue } from "./actions-say.ts";
import type { Case } from "./case.ts";
import { asked, unconfirmed } from "./closing.ts";
import { type Alarm, nextRing, withRing } from "./ring.ts";
import { claimCase, saveCase } from "./store.ts";
import { dutyLine } from "./store-rings.ts";

/**
 * What the clock does with a case that is due: claims it by its version, rings whom it must once, and sets the next alarm,
 * all in this transaction. A crash leaves it due; one that another process has is left to it.
 */
export async function ringCase(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
  now: Instant,
): Promise<void> {
  const claimed = await claimCase(tx, workspaceId, due.id, due.version);
  if (!claimed) return;
  const { deed, c, isBeingSaid } = await takeUpLocked(tx, { workspaceId, by: "machine" }, claimed, now);
  if (isBeingSaid && c.statusDueAt && !isBefore(now, c.statusDueAt)) {
    // Whether the day passed without a word is known when the customer's server has answered: look again in a second.
    await saveCase(tx, { ...withRing(c, deed.around), nextRingAt: plusSeconds(now, 1) });
    return;
  }
  // A machine that slept over the day's word rings once for all the days that passed meanwhile.
  const isSlept = c.statusMissedCount > claimed.statusMissedCount && claimed.statusStage !== "due";
  if (isSlept && c.ownerId) await ringFor(deed, c, "status_due", { also: [await managerFor(deed, c)] });
  const alarm = nextRing(c, deed.around);
  await finish(deed, alarm && !isAfter(alarm.at, now) ? await rung(deed, c, alarm.stage) : c);
}

async function rung(deed: Deed, c: Case, stage: Alarm["stage"]): Promise<Case> {
  switch (stage) {
    case "unowned":
      return ringNext(deed, c);
    case "status":
      await ringFor(deed, c, "status");
      return { ...c, statusStage: "first" };
    case "status_due":
      await ringFor(deed, c, "status_due", { also: [await managerFor(deed, c)] });
      if (deed.around.policy.caseStatusByMachine) await sayByMachine(deed, c);
      return { ...c, statusStage: "due" };
    case "ask":
      return askByMachine(deed, c);
    case "ask_by_person":
      await ringFor(deed, c, "ask");
      return { ...c, askRangAt: deed.now };
    case "unconfirmed":
      note(deed, c, "case unconfirmed");
      await endFirstWord(deed.tx, deed, c.id, deed.now);
      return unconfirmed(c, deed.now);
    case "snooze":
      await ringFor(deed, c, "snooze");
      return { ...c, snoozedUntilAt: null };
    case "passing":
      // Taking it up has caught up with what passed.
      return c;
  }
}

/** The duty person, then the next, then the manager; never everybody. From the manager on it is escalated. */
async function ringNext(deed: Deed, c: Case): Promise<Case> {
  const { tx, workspaceId, now } = deed;
  const line = await dutyLine(tx, workspaceId, c.teamId, now);
  const whose = line[Math.min(c.ringCount, line.length - 1)];
  await ringThese(deed, c, "unowned", [whose?.memberId ?? null]);
  const next = { ...c, rangAt: now, ringCount: c.ringCount + 1 };
  const isEscalated = whose?.isManager === true && c.ringCount > 0 && c.escalatedAt === null;
  if (!isEscalated) return next;
  note(deed, next, "case escalated", { facts: { by: "ring", to_member_id: whose.memberId } });
  return { ...next, escalatedAt: now, escalatedToId: whose.memberId, escalatedBy: "ring" };
}

/** The draft as it stands, rather than silence: it counts as a machine's. Who cannot be written to is left to a person. */
async function sayByMachine(deed: Deed, c: Case): Promise<void> {
  if (!c.contactId || !deed.around.contact?.writtenBy) return;
  const to = await addressee(deed, c);
  const words = await wordsFor(to.reader.language);
  const { body } = await draftOf(deed, c);
  const said = { subject: c.subject, business: deed.around.houseName, words: body };
  const letter = { to, letter: "caseHeld", words: words.caseHeld(said, to.reader), byMemberId: c.ownerId } as const;
  await queue(deed, c, { ...letter, author: "automatic", dueAt: c.statusDueAt }, "status");
  note(deed, c, "status sent by machine", { by: "machine" });
}

const oneDay = 86_400;

/** Asks as sparingly as the policy says: when their ration is used up it tries again the next day, for a month. */
async function askByMachine(deed: Deed, c: Case): Promise<Case> {
  const { tx, workspaceId, now, around } = deed;
  if (!c.contactId) return { ...c, askRangAt: now };
  if (await mayAskContact(tx, workspaceId, c.contactId, now)) {
    const isOver = c.toldAt && isAfter(now, plusSeconds(c.toldAt, around.policy.verdictWithinDays * oneDay));
    if (!isOver) return { ...c, askAt: plusSeconds(now, oneDay) };
    note(deed, c, "case unconfirmed", { facts: { rationed: true } });
    return unconfirmed(c, now);
  }
  const to = await addressee(deed, c);
  const words = await wordsFor(to.reader.language);
  const said = { subject: c.subject, words: null, did: c.doneWords ?? "", ...answerPaths(c) };
  const letter = { to, letter: "caseAsk", words: words.caseAsk(said, to.reader), byMemberId: c.ownerId } as const;
  const messageId = await queue(deed, c, { ...letter, author: "automatic", isQuestion: true }, "question");
  note(deed, c, "customer asked whether satisfied", { facts: { message_id: messageId } });
  return asked(c, now, around);
}
