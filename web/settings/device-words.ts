import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./device-words-de.ts";
import { en } from "./device-words-en.ts";

export const useDeviceWords = wordsIn({ en, de });
