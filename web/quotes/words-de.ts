import type { en } from "./words-en.ts";

export const de: typeof en = {
  keptOf: (kept) => `${kept} von 100 Malen gehalten`,
};
