import { type Instant, isAfter, latest, plusSeconds } from "#base/instant.ts";
import { addWorkingTime, isOpen, lastOpen, nextOpen, workingDaySeconds } from "#base/working-time.ts";
import type { Around } from "./around.ts";
import { type Case, isClosed } from "./case.ts";
import { owesStatus } from "./status.ts";

/** What the clock does with a case next: whom it rings, or what it does by itself. */
export type Alarm = {
  at: Instant;
  stage: "unowned" | "status" | "status_due" | "passing" | "ask" | "ask_by_person" | "unconfirmed" | "snooze";
};

type Beside = Pick<Around, "policy" | "hours" | "teamHours" | "contact">;

/** The alarm it must carry now, or null when nothing is left to ring. */
export function nextRing(c: Case, beside: Beside): Alarm | null {
  if (isClosed(c)) return null;
  const all = [unowned(c, beside), status(c, beside), asking(c, beside), snooze(c)].filter((alarm) => alarm !== null);
  return all.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)[0] ?? null;
}

/** The case with the alarm it must carry: saved in the same statement as the change that moved it. */
export function withRing(c: Case, beside: Beside): Case {
  return { ...c, nextRingAt: nextRing(c, beside)?.at ?? null };
}

/** After so many it is rung once a day, so that it is never silent and never a storm. */
const hurriedRings = 6;

/** Nobody owns it: the duty person at once, then the next, then the manager; while the team is there. */
function unowned(c: Case, { policy, teamHours }: Beside): Alarm | null {
  if (c.ownerId !== null || c.state !== "open") return null;
  const pause = c.ringCount < hurriedRings ? policy.caseUnownedRingSeconds : 86_400;
  const wanted = c.rangAt ? plusSeconds(c.rangAt, pause) : c.recordedAt;
  return { at: isOpen(teamHours, wanted) ? wanted : (nextOpen(teamHours, wanted) ?? wanted), stage: "unowned" };
}

/**
 * The daily word: rung an eighth of the day before it is due, in the owner's open time, and when it is due. On the stroke
 * it is not missed yet; the clock looks once more when it is.
 */
function status(c: Case, { policy, hours }: Beside): Alarm | null {
  if (!owesStatus(c) || !c.statusDueAt) return null;
  const due = c.statusDueAt;
  if (c.statusStage === "due") return { at: plusSeconds(due, 0.001), stage: "passing" };
  if (c.ownerId === null) return { at: plusSeconds(due, 0.001), stage: "passing" };
  if (c.statusStage === "first") return { at: due, stage: "status_due" };
  const wanted = plusSeconds(due, -policy.caseStatusSeconds / 8);
  const earlier = isOpen(hours, wanted) ? wanted : lastOpen(hours, wanted);
  const since = plusSeconds(due, -policy.caseStatusSeconds);
  return { at: earlier && isAfter(earlier, since) ? earlier : wanted, stage: "status" };
}

/** Told, they are asked: by the machine first, the last time by a person; no answer leaves it unconfirmed. */
function asking(c: Case, { policy, hours, contact }: Beside): Alarm | null {
  if (c.state !== "told" || !c.askAt) return null;
  if (c.kind === "praise" || c.askCount >= policy.caseAsks) return { at: c.askAt, stage: "unconfirmed" };
  if (c.askRangAt) {
    // Time for the person to ask, and for the customer to answer.
    const days = 2 * policy.caseAskAfterWorkingDays;
    const end = addWorkingTime(hours, c.askRangAt, days * workingDaySeconds(hours));
    return { at: latest(end ?? plusSeconds(c.askRangAt, days * 86_400), c.askAt), stage: "unconfirmed" };
  }
  const byMachine = contact !== null && contact.writtenBy !== null && c.askCount < policy.caseAsks - 1;
  return { at: c.askAt, stage: byMachine ? "ask" : "ask_by_person" };
}

function snooze(c: Case): Alarm | null {
  return c.snoozedUntilAt ? { at: c.snoozedUntilAt, stage: "snooze" } : null;
}
