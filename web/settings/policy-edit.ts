import { secondsOf } from "./measures.ts";
import { type Policies, readValue, type SettingName, type Settings, type Value } from "./policy-list.ts";
import type { Whom } from "./policy-whom.ts";

/** What was touched, as it was typed; null takes a setting back to what holds without it. */
export type Edits = { [Name in SettingName]?: string | null };

/** What is set for the business, a kind, a tier or a customer itself, and what holds where it is not. */
export type Standing = { own: Settings; inherited: Settings };

/** What holds with nothing touched. */
export function heldOf({ own, inherited }: Standing): Settings {
  return { ...inherited, ...own };
}

/** Only what would be otherwise, as the house is told it. What cannot be read is left out. */
export function changeOf(edits: Edits, standing: Standing): Settings & Record<string, Value | null> {
  const held = heldOf(standing);
  const changed = namesIn(edits).flatMap((name): [SettingName, Value | null][] => {
    const typed = edits[name];
    const value = typed === null || typed === undefined ? null : readValue(name, typed);
    if (typed !== null && (value === null || isSame(value, held[name]))) return [];
    const isInherited = typed === null || isSame(value, standing.inherited[name]);
    if (isInherited) return standing.own[name] === undefined ? [] : [[name, null]];
    return [[name, value]];
  });
  return Object.fromEntries(changed) as Settings & Record<string, Value | null>;
}

/** What was typed and says nothing that can be set. */
export function unreadableIn(edits: Edits): SettingName[] {
  return namesIn(edits).filter(
    (name) => typeof edits[name] === "string" && readValue(name, edits[name] ?? "") === null,
  );
}

/** How to take back a change that was made to these. */
export function undoingOf(change: Record<string, unknown>, own: Settings): Record<string, Value | null> {
  return Object.fromEntries(Object.keys(change).map((name) => [name, (own[name as SettingName] as Value) ?? null]));
}

type Sent = { scope?: Whom["scope"] | undefined; name?: string | undefined; settings: object };

/** All settings as they are once this was saved, to be shown before the house has said them again. */
export function savedIn(all: Policies, { scope = "workspace", name, settings }: Sent): Policies {
  const isMeant = (each: Policies["overrides"][number]) => each.scope === scope && (each.name ?? "") === (name ?? "");
  const before = all.overrides.find(isMeant) ?? { scope, name: name ?? null, settings: {}, version: 0 };
  const merged = Object.entries({ ...before.settings, ...settings }).filter(([, value]) => value !== null);
  const after = { ...before, settings: Object.fromEntries(merged), version: before.version + 1 };
  return { ...all, overrides: [...all.overrides.filter((each) => !isMeant(each)), after] };
}

function namesIn(edits: Edits): SettingName[] {
  return Object.keys(edits) as SettingName[];
}

/** "PT600S" and "PT10M" are as long. */
function isSame(a: Value | null, b: unknown): boolean {
  const isLong = typeof a === "string" && typeof b === "string" && a.startsWith("PT") && b.startsWith("PT");
  return isLong ? secondsOf(a) === secondsOf(b) : a === b;
}
