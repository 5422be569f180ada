import { words as english } from "#app/letters/languages/en.ts";
import type { Words } from "./words.ts";

const known = new Map<string, Promise<Words>>();

/**
 * The words of a language ("de", "de-AT"), English where we lack it. A file in `languages/` named for the language is
 * found when it is first asked for: a new language needs nothing else.
 */
export function wordsFor(language: string): Promise<Words> {
  const [tag = ""] = language.toLowerCase().split("-");
  // Only letters reach the path.
  const name = /^[a-z]{2,3}$/.test(tag) ? tag : "en";
  const words = known.get(name) ?? load(name);
  known.set(name, words);
  return words;
}

async function load(name: string): Promise<Words> {
  try {
    const { words } = (await import(`#app/letters/languages/${name}.ts`)) as { words: Words };
    return words;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") return english;
    throw problem;
  }
}
