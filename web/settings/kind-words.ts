import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./kind-words-de.ts";
import { en } from "./kind-words-en.ts";

export const useKindWords = wordsIn({ en, de });
