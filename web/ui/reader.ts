import { createContext, useContext } from "react";

/** Who looks at the screen: in which language, in which spelling of times and numbers, on which clock. */
export type Reader = { language: Language; locale: string; timeZone: string };
export type Language = "en" | "de";

export const ReaderContext = createContext<Reader>({ language: "en", locale: "en-GB", timeZone: "UTC" });

export function useReader(): Reader {
  return useContext(ReaderContext);
}

/**
 * The words of a room in each language as a hook: `export const useTodayWords = wordsIn({ en, de })`, where
 * `de: typeof en`, so that a missing word is a type error. What varies is a function: `(n: number) => …`.
 */
export function wordsIn<Words>(words: Record<Language, Words>): () => Words {
  return () => words[useReader().language];
}

/** The language we speak for a tag such as "de-AT": English for one that we do not. */
export function languageOf(tag: string | null | undefined): Language {
  return tag?.toLowerCase().startsWith("de") ? "de" : "en";
}

/** How times are spelled: as the browser does where it is of that language ("en-US"), else as is usual in it. */
export function localeOf(language: Language, preferred: readonly string[]): string {
  return validLocales(preferred).find((tag) => tag.includes("-") && languageOf(tag) === language) ?? usual[language];
}

/** Of the tags that a browser names those that can be spelled by: some hand on the system's own, such as "en-US@posix". */
export function validLocales(tags: readonly string[]): string[] {
  return tags.filter(isLocale);
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const usual: Record<Language, string> = { en: "en-GB", de: "de-DE" };
