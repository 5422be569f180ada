import type { Calendar } from "#base/calendar.ts";
import { type Instant, isAfter, isBefore, isSame } from "#base/instant.ts";
import { isOpen, lastOpen, workingTimeBetween } from "#base/working-time.ts";
import type { Promise_ } from "./promise.ts";
import type { Setting } from "./setting.ts";

/** `at` is the time that the sentence speaks of, where it offers one. */
export type Warning = { code: string; sentence: string; at: Instant | null };

type Around = Pick<Setting, "houseHours" | "speaker">;
type Recorded = Pick<Promise_, "state" | "dueAt" | "firstDueAt" | "advisedDueAt" | "coverId">;

/** What the member should know before the customer does; a warning stops nothing. */
export function warningsOf(p: Recorded, s: Setting, now: Instant): Warning[] {
  if (p.state !== "open") return [];
  return [shorterThanAdvised(p, s), closedAtDue(p, s, now), ownerAway(p, s, now)].filter((warning) => warning !== null);
}

/** Has the owner no working hour left before the due? */
export function needsCover(p: Pick<Promise_, "dueAt">, hours: Calendar, now: Instant): boolean {
  return isAfter(p.dueAt, now) && workingTimeBetween(hours, now, p.dueAt) === 0;
}

function shorterThanAdvised({ advisedDueAt, firstDueAt }: Recorded, s: Setting): Warning | null {
  if (!advisedDueAt || !isBefore(firstDueAt, advisedDueAt)) return null;
  const sentence = `That is shorter than advised, ${wallTime(advisedDueAt, s)}.`;
  return { code: "shorter_than_advised", sentence, at: advisedDueAt };
}

/** Is nobody there when it is due? Then the last open time before is offered. */
export function closedAtDue({ dueAt }: Pick<Recorded, "dueAt">, s: Around, now: Instant): Warning | null {
  const before = lastOpen(s.houseHours, dueAt);
  if (isOpen(s.houseHours, dueAt) || isSame(before, dueAt)) return null;
  const at = before && isAfter(before, now) ? before : null;
  const offer = at ? ` The last open time before is ${wallTime(at, s)}.` : "";
  return { code: "closed_at_due", sentence: `We are closed at that time.${offer}`, at };
}

function ownerAway(p: Recorded, s: Setting, now: Instant): Warning | null {
  if (!needsCover(p, s.hours, now)) return null;
  const rung = p.coverId ? "the cover is rung as well" : "name a cover if somebody else can see to it";
  return { code: "owner_away", sentence: `The owner has no working hour before the due; ${rung}.`, at: null };
}

/** "2026-11-23 15:00 (Europe/Berlin)": in the zone in which the member speaks. */
function wallTime(at: Instant, { speaker }: Around): string {
  const wall = at.toZonedDateTimeISO(speaker.timeZone).toPlainDateTime();
  return `${wall.toString({ smallestUnit: "minute" }).replace("T", " ")} (${speaker.timeZone})`;
}
