import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./team-words-de.ts";
import { en } from "./team-words-en.ts";

export const useTeamWords = wordsIn({ en, de });
