import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./text-words-de.ts";
import { en } from "./text-words-en.ts";

export const useTextWords = wordsIn({ en, de });
