import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./words-de.ts";
import { en } from "./words-en.ts";

/** What the desk itself says, on whichever screen. */
export const useDeskWords = wordsIn({ en, de });
