import type { Language } from "#web/ui/reader.ts";
import type { Problem } from "./problem.ts";

/** What a problem says to its reader. The house speaks English; the other languages have a sentence for each code. */
export function sentenceOf(problem: Problem, language: Language): string {
  const own = sentences[language][problem.code];
  if (own) return own;
  if (language === "en") return problem.message;
  return problem.status >= 500 ? (sentences[language].bug ?? problem.message) : problem.message;
}

const en: Record<string, string> = {
  no_connection: "The house cannot be reached just now. What you typed is safe here; try again in a moment.",
  kept_for_later: "You are offline. It is kept on this device and sent as soon as there is a connection.",
  edited_meanwhile:
    "Somebody changed this while you were writing. Look at how it stands now; your words are still here.",
};

const de: Record<string, string> = {
  no_connection:
    "Das Haus ist gerade nicht zu erreichen. Was Sie getippt haben, ist hier sicher; versuchen Sie es gleich noch einmal.",
  kept_for_later:
    "Sie sind offline. Es ist auf diesem Gerät aufgehoben und wird gesendet, sobald es eine Verbindung gibt.",
  edited_meanwhile:
    "Jemand hat dies geändert, während Sie schrieben. Sehen Sie nach, wie es jetzt steht; Ihre Worte sind noch da.",
  bug: "Da ist bei uns etwas schiefgegangen, und nichts wurde geändert.",
};

const sentences: Record<Language, Record<string, string>> = { en, de };
