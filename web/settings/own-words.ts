import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./own-words-de.ts";
import { en } from "./own-words-en.ts";

export const useOwnWords = wordsIn({ en, de });
