import type { en } from "./words-en.ts";

export const de: typeof en = {
  hello: (name) => `Guten Tag, ${name}.`,
  summary: (late, toTell) => `${toTell} Bescheid geben, bevor es zu spät ist; ${late} zu spät.`,
};
