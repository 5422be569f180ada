import { invalid, type Ruling, yes } from "#base/refusal.ts";

/**
 * A draft is the words that stand ready when a member writes to a customer, to be sent as they are or changed. Times and
 * reasons are not among them: the letter tells these itself, whatever the words are.
 */
export const draftNames = [
  "move",
  "running_late",
  "update",
  "update_late",
  "keep",
  "release",
  "decline",
  "failure",
  "hold_up",
  "hand_on",
  "ask",
] as const;
export type DraftName = (typeof draftNames)[number];

/** A draft as a business, or one member of it, has written it anew for readers of one language. */
export type Draft = {
  id: string;
  name: DraftName;
  language: string;
  /** Null where it is the whole house's. */
  memberId: string | null;
  text: string;
  version: number;
};

const everywhere = ["name", "promise", "member", "business"] as const;

/** What a draft may name in braces, to be filled in when somebody writes: `{name}` is the reader, `{member}` the writer. */
export const placesOf: Record<DraftName, readonly string[]> = {
  move: [...everywhere, "due"],
  running_late: [...everywhere, "due", "minutes"],
  update: [...everywhere, "due"],
  update_late: [...everywhere, "due"],
  keep: everywhere,
  release: everywhere,
  decline: everywhere,
  failure: everywhere,
  hold_up: everywhere,
  hand_on: [...everywhere, "owner", "due"],
  ask: everywhere,
};

/** Refuses a place that nobody fills (`unknown_place`): the customer would read the braces. */
export function checkDraft(name: DraftName, text: string): Ruling {
  return checkPlaces(placesOf[name], text);
}

/** The same for any words of which it is known what may stand in their braces. */
export function checkPlaces(places: readonly string[], text: string): Ruling {
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].find(([, place = ""]) => !places.includes(place));
  if (!unknown) return yes;
  const known = places.map((place) => `{${place}}`).join(", ");
  return invalid("unknown_place", `Nothing is filled in for ${unknown[0]} here. There are: ${known}.`, "text");
}

/** The draft with its places filled; what is filled in is never read as a place itself. */
export function filled(text: string, facts: Readonly<Record<string, string | null>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => facts[name] ?? place);
}

/** The words that hold for a writer: their own, else the house's, else those that we begin with. */
export function wordsOfDraft(own: readonly Draft[], ours: string): string {
  return (own.find(({ memberId }) => memberId !== null) ?? own.find(({ memberId }) => memberId === null))?.text ?? ours;
}
