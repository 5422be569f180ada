import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./letter-words-de.ts";
import { en } from "./letter-words-en.ts";

export const useLetterWords = wordsIn({ en, de });
