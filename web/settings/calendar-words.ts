import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./calendar-words-de.ts";
import { en } from "./calendar-words-en.ts";

export const useCalendarSettingsWords = wordsIn({ en, de });
