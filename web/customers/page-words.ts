import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./page-words-de.ts";
import { en } from "./page-words-en.ts";

/** What a customer's own screen says; what the list says is in `words.ts`. */
export const usePageWords = wordsIn({ en, de });
