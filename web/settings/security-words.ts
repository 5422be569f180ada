import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./security-words-de.ts";
import { en } from "./security-words-en.ts";

export const useSecurityWords = wordsIn({ en, de });
