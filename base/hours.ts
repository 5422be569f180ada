import { invalid } from "./refusal.ts";

/** Local times "08:00" to "17:00" (or "24:00"). A `to` at or before `from` is meant on the next day: "18:00" to "02:00". */
export type Hours = { readonly from: string; readonly to: string };

/** Hours as minutes after the midnight in which their day begins; `until` is over 1440 when they pass the next one. */
export type Minutes = { readonly from: number; readonly until: number };

export const dayMinutes = 1440;

/** The hours in order, read strictly: `bad_time`. */
export function readHours(blocks: readonly Hours[], field: string): Minutes[] {
  for (const { from, to } of blocks) {
    if (isTime(from) && (isTime(to) || to === "24:00")) continue;
    throw invalid("bad_time", "Write opening and closing times like 08:00 and 17:30; midnight closes at 24:00.", field);
  }
  return blocks.map(minutesOf).toSorted((a, b) => a.from - b.from || a.until - b.until);
}

/** The hours in minutes of their day, where they are known to be well written. */
export function minutesOf({ from, to }: Hours): Minutes {
  const opening = clockMinutes(from);
  const closing = clockMinutes(to);
  return { from: opening, until: closing > opening ? closing : closing + dayMinutes };
}

export function hoursOf({ from, until }: Minutes): Hours {
  const closing = until % dayMinutes;
  return { from: clockText(from % dayMinutes), to: closing === 0 ? "24:00" : clockText(closing) };
}

/** Blocks in order must not overlap: `blocks_overlap`. */
export function refuseOverlap(blocks: readonly Minutes[], field: string): void {
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    if (!next || next.from >= block.until) return;
    const [a, b] = [hoursOf(block), hoursOf(next)];
    const sentence = `${a.from}–${a.to} and ${b.from}–${b.to} overlap: make them one block, or move one of them.`;
    throw invalid("blocks_overlap", sentence, field);
  });
}

/** Blocks of one day in order, where one ends as the next begins made into one, but never beyond midnight. */
export function joined(blocks: readonly Minutes[]): Minutes[] {
  const result: Minutes[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    const joins = last?.until === block.from && block.until <= dayMinutes;
    if (joins) result.splice(-1, 1, { from: last.from, until: block.until });
    else result.push(block);
  }
  return result;
}

function clockMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function clockText(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
