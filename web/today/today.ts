import type { GroupKey } from "#app/today/today.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";

export type Page = AnswerAt<"GET", "/today">;
export type Item = Page["groups"][number]["items"][number];
export type Group = { key: GroupKey; items: Item[] };

/** What names a line among the others, wherever it stands. */
export function idOf(item: Item): string {
  return item.promise?.id ?? item.message?.id ?? "";
}

/** Without the lines that are settled in a moment: they are on their way, and can be taken back. */
export function withoutThose(groups: readonly Group[], goneIds: ReadonlySet<string>): Group[] {
  return groups.flatMap(({ key, items }) => {
    const left = items.filter((item) => !goneIds.has(idOf(item)));
    return left.length > 0 ? [{ key, items: left }] : [];
  });
}

/** Which part of the day it is at an hour of the reader's clock, for the greeting. */
export function partOfDay(hour: number): "morning" | "day" | "evening" {
  return hour >= 4 && hour < 11 ? "morning" : hour < 18 ? "day" : "evening";
}

/** The hour on the wall of a zone. */
export function hourIn(timeZone: string, atMs: number): number {
  const hour = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone }).format(atMs);
  return Number(hour);
}

/** How a due stands to now: past is red only where the customer was let down, soon is within two hours. */
export function nearness(dueAt: string, nowMs: number): "late" | "soon" | "later" {
  const seconds = (Date.parse(dueAt) - nowMs) / 1000;
  return seconds < 0 ? "late" : seconds < 2 * 3600 ? "soon" : "later";
}

/** Are there visits to come today, whose customers a delay would hit? */
export function hasVisits(groups: readonly Group[]): boolean {
  return groups.some(({ items }) => items.some(({ promise }) => promise?.kind === "visit" || promise?.opens_at));
}
