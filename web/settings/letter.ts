import { checkDraft, type DraftName, draftNames, placesOf } from "#app/letters/draft.ts";

/** Which letter is looked at, for readers of which language, and whose words, as the address says it. */
export type Which = { name: DraftName | null; language: "en" | "de"; isOwn: boolean };

export function whichOf(said: Record<string, unknown>, language: Which["language"]): Which {
  const asked = said.language === "en" || said.language === "de" ? said.language : language;
  const name = draftNames.find((each) => each === said.letter) ?? null;
  return { name, language: asked, isOwn: said.own === true && name !== "ask" };
}

export function searchOfLetter({ name, language, isOwn }: Which): Record<string, string | true> {
  return { language, ...(name && { letter: name }), ...(isOwn && { own: true }) };
}

/** Told nowhere in the letter unless the words say it. */
const alone: Partial<Record<DraftName, readonly string[]>> = {
  running_late: ["minutes"],
  keep: ["promise"],
  hand_on: ["owner"],
  ask: ["promise"],
};

/** What is filled in where nobody would fill it (`unknown`), and what the letter then says nowhere (`lacks`). */
export function faultsOf(name: DraftName, text: string): { unknown: string | null; lacks: string[] } {
  const isBad = checkDraft(name, text) !== null;
  const [bad = null] = isBad
    ? [...text.matchAll(/\{([^{}]*)\}/g)].filter(([, place = ""]) => !placesOf[name].includes(place))
    : [];
  const lacks = ["name", ...(alone[name] ?? [])].filter((place) => !text.includes(`{${place}}`));
  return { unknown: bad?.[0] ?? null, lacks };
}
