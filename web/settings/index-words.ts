import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./index-words-de.ts";
import { en } from "./index-words-en.ts";

export const useIndexWords = wordsIn({ en, de });
