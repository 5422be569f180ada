import { earliest, type Instant, isAfter, isBefore, isSame, plusSeconds, secondsBetween } from "#base/instant.ts";
import { measuredDue, type Promise_ } from "./promise.ts";

/**
 * The promise as time alone has made it by `now`: when its due has passed while it was open, it is late from that due
 * on, and whether silently is decided then and for good. Every act and every ring catches up first, so what was done
 * between two runs of the clock counts exactly as if the clock had run in between.
 */
export function caughtUp(p: Promise_, now: Instant): Promise_ {
  const due = measuredDue(p);
  if (p.state !== "open" || p.heldUpAt || !isAfter(now, due) || isSame(p.passedDueAt, due)) return p;
  const how = passing(p, due);
  return {
    ...p,
    passedDueAt: due,
    lateAt: p.lateAt ?? due,
    silentlyLateAt: p.silentlyLateAt ?? (how === "silently" ? due : null),
    heldLateAt: p.heldLateAt ?? (how === "held" ? due : null),
  };
}

/** How this due passes: after a human's word, held by a machine's, or silently. */
export function passing(p: Promise_, due: Instant): "told" | "held" | "silently" {
  if (heardSince(p, p.lastWordAt, due)) return "told";
  return heardSince(p, p.lastMachineWordAt, due) ? "held" : "silently";
}

/**
 * Did a word reach the customer since the first ring for this due, or in the last quarter of its span? While they
 * contest a move it was the telling of that move, from which the span counts: it said that this due would not hold.
 */
function heardSince(p: Promise_, wordAt: Instant | null, due: Instant): boolean {
  if (!wordAt || isAfter(wordAt, due)) return false;
  if (p.heldToDueAt) return !isBefore(wordAt, p.spanFromAt);
  const lastQuarter = plusSeconds(due, -secondsBetween(p.spanFromAt, due) / 4);
  return !isBefore(wordAt, p.rangFirstAt ? earliest(p.rangFirstAt, lastQuarter) : lastQuarter);
}
