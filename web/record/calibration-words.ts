import { wordsIn } from "#web/ui/reader.ts";
import { de } from "./calibration-words-de.ts";
import { en } from "./calibration-words-en.ts";

export const useCalibrationWords = wordsIn({ en, de });
