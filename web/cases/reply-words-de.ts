import type { en } from "./reply-words-en.ts";

export const de: typeof en = {
  title: "Textbausteine",
  open: "Textbausteine",
  find: "Einen Baustein am Namen oder an Worten finden",
  own: "Ihr eigener",
  none: "Noch ist nichts aufgehoben. Was Sie oft sagen, lässt sich in den Einstellungen aufheben.",
  noneFits: "Kein Baustein hat diese Worte.",
  loading: "Einen Moment …",
  toSettings: "Textbausteine schreiben oder ändern",
  unfilled: (places) =>
    `${places} ist nicht ausgefüllt. Schreiben Sie dort hin, was hingehört, oder nehmen Sie es heraus.`,
  unfilledFirst: (places) => `Füllen Sie zuerst ${places} aus.`,
  meant: "So ist es gemeint",
};
