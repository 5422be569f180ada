import type { Language } from "./language.ts";
import type { Found, Part } from "./parts.ts";

type Piece = { at: number; end: number };
/** `pieces` are where it was said: one, or two where the day stands apart from the hour. */
type TimeSaid = { parts: Part[]; pieces: Piece[] };

const hours: Part["is"][] = ["hours", "after", "day_part", "close", "first_thing", "same_time"];
const days: Part["is"][] = ["days", "span"];
const times: Part["is"][] = ["exact", ...days, ...hours];

/**
 * The one time among all that was said, or null. Parts that stand together are one time. One with "by" before it is
 * the promised one; else the first that is more than a bare length ("20 minutes"). A day and an hour that stand apart
 * ("tomorrow I call you at three") belong together.
 */
export function timeSaid(found: Found[], left: string, { joining }: Language): TimeSaid | null {
  const useful = found.filter(({ part }) => part.is !== "nothing" && part.is !== "past" && part.is !== "vague");
  const groups = together(useful, left, joining).filter((group) => has(group, ...times));
  const chosen = groups.find(isPromised) ?? groups.find((group) => !isBareLength(group)) ?? groups[0];
  if (!chosen) return null;
  const partner = groups.find((group) => group !== chosen && completes(group, chosen));
  const all = [...chosen, ...(partner ?? [])].sort((a, b) => a.at - b.at);
  const pieces = [chosen, ...(partner ? [partner] : [])].map(pieceOf).sort((a, b) => a.at - b.at);
  return { parts: all.map(({ part }) => part), pieces };
}

function pieceOf(group: Found[]): Piece {
  return { at: Math.min(...group.map(({ at }) => at)), end: Math.max(...group.map(({ end }) => end)) };
}

function together(found: Found[], left: string, joining: string[]): Found[][] {
  const between = new RegExp(`^(?:[\\s,.:;()-]|\\b(?:${joining.join("|")})\\b)*$`, "u");
  const groups: Found[][] = [];
  for (const each of found) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && between.test(left.slice(last.end, each.at))) group.push(each);
    else groups.push([each]);
  }
  return groups;
}

function isPromised(group: Found[]): boolean {
  return has(group, "by", "before") || group.some(({ part }) => part.is === "span" && part.firm);
}

function isBareLength(group: Found[]): boolean {
  return group.every(({ part }) => part.is === "span" && !part.firm);
}

function completes(group: Found[], chosen: Found[]): boolean {
  if (has(chosen, "exact") || isBareLength(group) || isBareLength(chosen)) return false;
  if (!has(chosen, ...days)) return has(group, "days");
  return !isPromised(chosen) && !has(chosen, ...hours) && has(group, ...hours) && !has(group, ...days);
}

function has(group: Found[], ...kinds: Part["is"][]): boolean {
  return group.some(({ part }) => kinds.includes(part.is));
}
