import type { Calendar } from "#base/calendar.ts";
import {
  earliest,
  type Instant,
  isAfter,
  isBefore,
  isSame,
  latest,
  plusSeconds,
  secondsBetween,
} from "#base/instant.ts";
import { isOpen, lastOpen, nextOpen, subtractWorkingTime, workingDaySeconds } from "#base/working-time.ts";
import { measuredDue, type Promise_, type RingStage, stages } from "./promise.ts";

export type RingPolicy = { ringLeadMaxWorkingDays: number; holdingMessage: boolean; askForVerdict: boolean };
export type Alarm = { at: Instant; stage: RingStage };

/** The alarm it must carry now, or null when nothing is left to ring. `hours` are those of its owner. */
export function nextRing(p: Promise_, policy: RingPolicy, hours: Calendar): Alarm | null {
  if (p.state !== "open") return nextQuestion(p, policy);
  return p.heldUpAt ? null : nextOf(ringTimes(p, policy, hours), p);
}

function nextOf(times: Times, { ringStage, ringAnsweredAt }: Pick<Promise_, "ringStage" | "ringAnsweredAt">) {
  const after = ringStage ? stages.indexOf(ringStage as (typeof stages)[number]) : -1;
  const wanted = times.filter(({ stage }) => stages.indexOf(stage) > after);
  return wanted.find(({ stage }) => stage === "due" || stage === "first" || !ringAnsweredAt) ?? null;
}

/** The promise with the alarm it must carry: saved in the same statement as the change that moved it. */
export function withRing(p: Promise_, policy: RingPolicy, hours: Calendar): Promise_ {
  return { ...p, nextRingAt: nextRing(p, policy, hours)?.at ?? passingAt(p) };
}

/** On the stroke of its due it rings and is not late yet; the clock looks once more when it is. */
function passingAt(p: Promise_): Instant | null {
  const due = measuredDue(p);
  return p.state !== "open" || p.heldUpAt || isSame(p.passedDueAt, due) ? null : plusSeconds(due, 0.001);
}

/**
 * Of the rings not yet rung that were due by `now`, the last: a machine that slept over several rings once.
 * No message is sent for want of an answer to a second ring that never rang. Null when it is not time yet.
 */
export function ringNow(p: Promise_, policy: RingPolicy, hours: Calendar, now: Instant): RingStage | null {
  if (p.state !== "open") {
    const question = nextQuestion(p, policy);
    return question && !isAfter(question.at, now) ? "ask" : null;
  }
  if (p.heldUpAt) return null;
  const times = ringTimes(p, policy, hours);
  let rung: RingStage | null = null;
  for (let alarm = nextOf(times, p); alarm && !isAfter(alarm.at, now); ) {
    rung = alarm.stage;
    alarm = nextOf(times, { ringStage: rung, ringAnsweredAt: null });
  }
  return rung === "holding" && p.ringStage !== "second" ? "second" : rung;
}

/** What the times of the rings hang on, so that they can also be foretold for a promise that nobody has made. */
export type Rung = Pick<
  Promise_,
  | ("spanFromAt" | "recordedAt" | "dueAt" | "heldToDueAt")
  | ("estimateSeconds" | "estimateIn" | "isVisible" | "contactId")
>;

type Times = { stage: (typeof stages)[number]; at: Instant }[];

/** When each stage rings for the present due. Stages that fall together with an earlier one are left out. */
export function ringTimes(p: Rung, policy: RingPolicy, hours: Calendar): Times {
  const due = measuredDue(p);
  const from = isBefore(p.spanFromAt, p.recordedAt) && isBefore(p.recordedAt, due) ? p.recordedAt : p.spanFromAt;
  const leadFrom = latest(leadStart(p, policy, hours, due), from);
  const lead = secondsBetween(leadFrom, due);
  const first = inHours(leadFrom, from, due, hours);
  const second = inHours(plusSeconds(due, -0.4 * lead), first, due, hours);
  const times: Times = [{ stage: "first", at: first }];
  if (isAfter(second, first) && isBefore(second, due)) {
    times.push({ stage: "second", at: second });
    // Midway between the second ring and the due: late enough to be needed, early enough to arrive.
    const holding = plusSeconds(second, secondsBetween(second, due) / 2);
    if (policy.holdingMessage && p.isVisible && p.contactId) times.push({ stage: "holding", at: holding });
  }
  times.push({ stage: "due", at: due });
  return isBefore(first, due) ? times : times.slice(-1);
}

/**
 * Lead: 1.5 × the estimate where known, else a quarter of the span; at least 15 minutes where the span is an hour or
 * more; at most some working days.
 */
function leadStart(p: Rung, policy: RingPolicy, hours: Calendar, due: Instant): Instant {
  const span = secondsBetween(p.spanFromAt, due);
  const wanted = p.estimateSeconds
    ? before(due, 1.5 * p.estimateSeconds, p.estimateIn === "working" ? hours : null)
    : plusSeconds(due, -span / 4);
  const enough = span >= 3600 ? earliest(wanted, plusSeconds(due, -900)) : wanted;
  return latest(enough, before(due, policy.ringLeadMaxWorkingDays * workingDaySeconds(hours), hours));
}

/** So much earlier, in open time where a calendar is given and has it, else by the clock. */
function before(due: Instant, seconds: number, hours: Calendar | null): Instant {
  return (hours && subtractWorkingTime(hours, due, seconds)) ?? plusSeconds(due, -seconds);
}

/** Moved to the last open instant after `from`, else to the next open one before the due, else left where it is. */
function inHours(at: Instant, from: Instant, due: Instant, hours: Calendar): Instant {
  if (isOpen(hours, at)) return at;
  const earlier = lastOpen(hours, at);
  if (earlier && isAfter(earlier, from)) return earlier;
  const later = nextOpen(hours, at);
  return later && isBefore(later, due) ? later : at;
}

/**
 * A kept promise carries one more alarm: ask the customer, unless they have said yes. Their "not yet" was before. One of a
 * case is not asked about: the case asks for all that was promised in it.
 */
function nextQuestion(p: Promise_, policy: RingPolicy): Alarm | null {
  const isAnswerable = (p.state === "kept" || p.state === "kept_late") && p.isVisible && p.contactId && p.settledAt;
  if (!isAnswerable || p.caseId || !p.settledAt || !policy.askForVerdict || p.askedAt || p.verdict === "yes")
    return null;
  return { at: p.settledAt, stage: "ask" };
}
