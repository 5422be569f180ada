import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./mailbox-words-de.ts";
import { en } from "./mailbox-words-en.ts";

export const useMailboxWords = wordsIn({ en, de });
