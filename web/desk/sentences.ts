import type { Language } from "#web/ui/reader.ts";

/**
 * What a problem says to its reader, or the refusal that a rule gives on the screen. The house speaks English; another
 * language has a sentence for each code.
 */
export function sentenceOf(no: { code: string; message: string; status?: number }, language: Language): string {
  const own = sentences[language];
  const isBug = no.status !== undefined && no.status >= 500;
  return own[no.code] ?? (isBug ? own.bug : undefined) ?? no.message;
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
