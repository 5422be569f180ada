import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./timeline-words-de.ts";
import { en } from "./timeline-words-en.ts";

export const useTimelineWords = wordsIn({ en, de });
