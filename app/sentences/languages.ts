import { english } from "#app/sentences/languages/english/english.ts";
import { french } from "#app/sentences/languages/french/french.ts";
import { german } from "#app/sentences/languages/german/german.ts";
import { spanish } from "#app/sentences/languages/spanish/spanish.ts";
import type { Rules } from "./rule.ts";

export const languages = { en: english, de: german, es: spanish, fr: french } satisfies Record<string, Rules>;

/** The languages in which promises are noticed. */
export type Language = keyof typeof languages;

/** "de-AT" is German; null where we do not know the language. */
export function languageNamed(tag: string): Language | null {
  const code = tag.toLowerCase().split("-")[0] ?? "";
  return code in languages ? (code as Language) : null;
}
