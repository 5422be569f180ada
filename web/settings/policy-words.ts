import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./policy-words-de.ts";
import { en } from "./policy-words-en.ts";

export const usePolicyWords = wordsIn({ en, de });
