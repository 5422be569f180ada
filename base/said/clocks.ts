import type { Clock, Part } from "./parts.ts";

export type HalfDay = "am" | "pm" | null;

const noon = 720;

/** Minutes of a part of the day, as people mean it when they say no more than that. */
export const dayParts = {
  morning: { from: oclock(9), to: oclock(12) },
  afternoon: { from: oclock(12), to: oclock(17) },
  evening: { from: oclock(18), to: oclock(21) },
  night: { from: oclock(20), to: oclock(24) },
};

export function oclock(hour: number, minute = 0): Clock {
  return { minutes: hour * 60 + minute, sure: true };
}

/**
 * A clock time as its numbers were written ("3", "03", "15"); null where no clock shows it. Midnight as "24" ends the
 * day. Hours from 1 to 11 without a half of the day or a leading zero may be either.
 */
export function clock(hour: string | number, minute: number, half: HalfDay): Clock | null {
  const said = Number(hour);
  if (minute > 59 || said > 24 || (said === 24 && minute > 0)) return null;
  if (half) return said >= 1 && said <= 12 ? oclock((said % 12) + (half === "pm" ? 12 : 0), minute) : null;
  const sure = said === 0 || said >= 12 || String(hour).startsWith("0");
  return { minutes: said * 60 + minute, sure };
}

/** "Quarter to four": so many minutes before or after the hour. */
export function aroundHour(hour: number, minutes: number): Clock {
  return { minutes: (hour * 60 + minutes + noon) % noon || noon, sure: false };
}

/** Minutes after midnight that a clock time can mean: before noon and after, or twice the same where it is sure. */
export function readingsOf({ minutes, sure }: Clock): [number, number] {
  return sure ? [minutes, minutes] : [minutes % noon, (minutes % noon) + noon];
}

/** One clock time: due then. */
export function hourPart(at: Clock | null): Part | null {
  return at && { is: "hours", from: null, to: at };
}

/** A window of two clock times, or for "three or four" the later of them. */
export function hoursPart(from: Clock | null, to: Clock | null, either: boolean): Part | null {
  return from && to && { is: "hours", from: either ? null : from, to };
}
