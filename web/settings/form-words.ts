import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./form-words-de.ts";
import { en } from "./form-words-en.ts";

export const useFormWords = wordsIn({ en, de });
