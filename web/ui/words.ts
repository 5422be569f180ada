import { wordsIn } from "./reader.ts";

const en = {
  close: "Close",
  more: "More",
  asTable: "As a table",
  loading: "One moment",
  reference: (id: string) => `Should you write to us, name this number: ${id}`,
};

const de: typeof en = {
  close: "Schließen",
  more: "Mehr",
  asTable: "Als Tabelle",
  loading: "Einen Moment",
  reference: (id) => `Wenn Sie uns schreiben, nennen Sie diese Nummer: ${id}`,
};

/** The few words that the kit says by itself. */
export const useKitWords = wordsIn({ en, de });
