import { type Instant, isAfter, isBefore, isSame, plusSeconds, secondsBetween } from "#base/instant.ts";
import { conflict, invalid, type Ruling, yes } from "#base/refusal.ts";
import { isLate, mayAct, measuredDue, type Promise_ } from "./promise.ts";
import type { Telling } from "./telling.ts";

/** What was done to keep it. The act must fit the kind. */
export type Deed = {
  telling: Telling | null;
  /** For a call: was somebody reached; else, was a message left? */
  reached?: boolean | undefined;
  leftMessage?: boolean | undefined;
  arrivedAt?: Instant | undefined;
  /** When it was done, where that was before it is said. */
  doneAt?: Instant | undefined;
  more?: string | undefined;
};

/**
 * May it be kept by this deed? A callback by a call, an e-mail by an e-mail, an update by any word, a visit by an
 * arrival, the others by saying so.
 */
export function mayKeep(p: Promise_, deed: Deed, now: Instant): Ruling {
  return mayAct(p) ?? fits(p, deed, now);
}

/**
 * How a keep counts, and when: at the instant the deed happened. `via` is kept as `settledVia`. A clock that the customer
 * held up has stood until then; what was written down after it was done stands outside the rates.
 */
export function kept(
  open: Promise_,
  deed: Pick<Deed, "more" | "arrivedAt">,
  at: Instant,
  via: string,
  isTried = false,
): Promise_ {
  const p = goneOn(open, at);
  return {
    ...p,
    state: keptState(p, at),
    isRecordedAfterwards: p.isRecordedAfterwards || isBefore(at, p.recordedAt),
    settledAt: at,
    settledVia: via,
    more: deed.more ?? null,
    arrivedAt: deed.arrivedAt ?? null,
    isTried,
    needsNewDue: false,
    nextOwnerId: null,
    // Kept anew after a "not yet", it is a question anew; every answer stays among the verdicts.
    verdict: null,
    verdictAt: null,
  };
}

/** Ended some other way. Nothing of this ever counts as kept. */
export function ended(p: Promise_, state: "not_kept" | "released" | "void", at: Instant, via: string): Promise_ {
  return { ...p, state, settledAt: at, settledVia: via, needsNewDue: false, nextOwnerId: null, heldUpAt: null };
}

/** How much earlier than first promised it was kept, in seconds; null when not early by a tenth of its span. */
export function earlySeconds(p: Promise_): number | null {
  if (p.state !== "kept" || !p.settledAt) return null;
  const beforeWindow = p.opensAt !== null && !isAfter(p.settledAt, p.opensAt);
  const early = secondsBetween(p.settledAt, p.firstDueAt);
  return !beforeWindow && early >= secondsBetween(p.madeAt, p.firstDueAt) / 10 ? early : null;
}

/**
 * The customer's answer. "Yes" keeps an open promise and gives back a keep that was voided; "not yet" ends it as not
 * kept or opens it again, as they choose. Opened again it needs a new due, and a due that has passed meanwhile makes it
 * late: their word is that it was never done.
 */
export function answered(p: Promise_, answer: Answer, at: Instant): Promise_ {
  const said = { ...p, verdict: answer === "kept" ? ("yes" as const) : ("not_yet" as const), verdictAt: at };
  if (answer === "kept") return answeredYes(said, at);
  const disputed = { ...said, disputedAt: p.disputedAt ?? at };
  if (answer === "not_kept") return { ...disputed, state: "not_kept", settledAt: p.settledAt ?? at };
  const due = measuredDue(p);
  const passed = isAfter(at, due);
  return {
    ...disputed,
    state: "open",
    settledAt: null,
    settledVia: null,
    more: null,
    isTried: false,
    reopenedAt: at,
    needsNewDue: true,
    lateAt: p.lateAt ?? (passed ? due : null),
    passedDueAt: passed ? due : p.passedDueAt,
    ringStage: null,
    ringAnsweredAt: null,
    askedAt: null,
  };
}

export type Answer = "kept" | "not_kept" | "open_again";

/** "Not yet" is an answer to a keep; about an open promise one asks. */
export function checkAnswer(p: Promise_, answer: Answer): Ruling {
  if (answer === "kept" || p.state !== "open") return yes;
  return conflict("still_open", "This is still open. Ask about it instead.");
}

/** The clock stops while the customer owes us something, from when they were told what; the due moves on by as long. */
export function goneOn(p: Promise_, now: Instant): Promise_ {
  if (!p.heldUpAt) return p;
  const held = Math.max(0, Math.round(secondsBetween(p.heldUpAt, now)));
  const later = (at: Instant | null) => at && plusSeconds(at, held);
  return {
    ...p,
    heldUpAt: null,
    heldUpReason: null,
    heldUpSeconds: p.heldUpSeconds + held,
    dueAt: plusSeconds(p.dueAt, held),
    heldToDueAt: later(p.heldToDueAt),
    opensAt: later(p.opensAt),
    // A due that had passed before the clock stood still was decided then.
    passedDueAt: isSame(p.passedDueAt, measuredDue(p)) ? later(p.passedDueAt) : p.passedDueAt,
    ringStage: null,
    ringAnsweredAt: null,
  };
}

/** The customer contests that they held it up: the clock never stopped. */
export function notHeldUp(p: Promise_): Promise_ {
  return { ...p, heldUpAt: null, heldUpReason: null };
}

function keptState(p: Promise_, at: Instant): "kept" | "kept_late" {
  return p.lateAt || isAfter(at, measuredDue(p)) ? "kept_late" : "kept";
}

function answeredYes(said: Promise_, at: Instant): Promise_ {
  const { verdict, verdictAt } = said;
  if (said.state === "open") return { ...kept(said, {}, at, "customer"), verdict, verdictAt };
  if (said.state !== "not_kept" && said.state !== "released") return said;
  return { ...said, state: keptState(said, said.settledAt ?? at) };
}

function fits(p: Promise_, deed: Deed, now: Instant): Ruling {
  const told = deed.telling && "told" in deed.telling ? deed.telling.told : null;
  if (deed.arrivedAt && (isAfter(deed.arrivedAt, now) || !isAfter(deed.arrivedAt, p.madeAt))) {
    return invalid("bad_arrival", "The arrival was after the promise was made, and not in the future.", "arrived_at");
  }
  if (p.kind === "callback") {
    if (told?.channel !== "phone") return unfit("Log the call that was made: told, with the channel phone.", "told");
    if (deed.reached) return yes;
    if (!deed.leftMessage)
      return unfit("Nobody was reached and no message was left. Try again, or move it.", "reached");
    // Logged later it is still a call on time, if the due had not passed when it was made.
    if (!isLate({ ...p, lateAt: null }, told.at)) return yes;
    return unfit(
      "It is late: a message left does not keep it any more. Log it as an update and call again.",
      "reached",
    );
  }
  if (p.kind === "email" && !deed.telling)
    return unfit("Write the e-mail here, or log the one that was sent.", "message");
  if (p.kind === "email" && told && told.channel !== "email") return unfit("An e-mail was promised.", "told.channel");
  if (p.kind === "update" && !deed.telling) return unfit("An update is kept by a word to the customer.", "message");
  if (p.kind === "visit" && !deed.arrivedAt) return unfit("Log when you arrived.", "arrived_at");
  return yes;
}

function unfit(sentence: string, field: string): Ruling {
  return invalid("deed_does_not_fit", sentence, field);
}
