import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./words-de.ts";
import { en } from "./words-en.ts";

export const useCauseWords = wordsIn({ en, de });
