import { type Instant, isBefore, plusSeconds } from "#base/instant.ts";
import { invalid, type Ruling, yes } from "#base/refusal.ts";
import type { Promise_ } from "./promise.ts";

/** Somebody runs late, and all whom that hits are told before they wait: their windows and dues move on together. */
export type Delay = { seconds: number; reason: string };

const longestSeconds = 86_400;

export function checkDelay(seconds: number): Ruling {
  if (seconds >= 60 && seconds <= longestSeconds) return yes;
  return invalid("bad_delay", "Say by how long: from a minute (PT1M) to a day (PT24H).", "by");
}

/** Does a delay of whoever does it now hit this one? A visit or a window of that day, that nobody else is waiting for. */
export function isHit(p: Promise_, memberId: string, day: { startsAt: Instant; endsAt: Instant }): boolean {
  const isAppointment = p.kind === "visit" || p.opensAt !== null;
  const isThatDay = !isBefore(p.dueAt, day.startsAt) && isBefore(p.dueAt, day.endsAt);
  return p.state === "open" && p.handlerId === memberId && isAppointment && isThatDay && p.heldUpAt === null;
}

/** The window and the due that it then has. */
export function delayed(p: Pick<Promise_, "opensAt" | "dueAt">, seconds: number) {
  return { dueAt: plusSeconds(p.dueAt, seconds), opensAt: p.opensAt && plusSeconds(p.opensAt, seconds) };
}

/** As people say it: whole minutes, never fewer than there are. */
export function minutesOf(seconds: number): string {
  return String(Math.ceil(seconds / 60));
}
