import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./reply-words-de.ts";
import { en } from "./reply-words-en.ts";

export const useReplyWords = wordsIn({ en, de });
