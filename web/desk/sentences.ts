import type { Language } from "#web/ui/reader.ts";
import type { Problem } from "./problem.ts";

/** What a problem says to its reader. The house speaks English; another language has a sentence for each code. */
export function sentenceOf(problem: Problem, language: Language): string {
  const own = sentences[language];
  return own[problem.code] ?? (problem.status >= 500 ? own.bug : undefined) ?? problem.message;
}

/** Fetches what is said in this language, before there is anything to say. */
export async function learnSentences(language: Language): Promise<void> {
  if (language === "de") sentences.de = (await import("./sentences-de.ts")).sentencesDe;
}

const sentences: Record<Language, Record<string, string>> = {
  en: {
    no_connection: "The house cannot be reached just now. What you typed is safe here; try again in a moment.",
    kept_for_later: "You are offline. It is kept on this device and sent as soon as there is a connection.",
    passkey_declined: "No passkey was chosen.",
    edited_meanwhile:
      "Somebody changed this while you were writing. Look at how it stands now; your words are still here.",
  },
  de: {},
};
