import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./raising-words-de.ts";
import { en } from "./raising-words-en.ts";

export const useRaisingWords = wordsIn({ en, de });
