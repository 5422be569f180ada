import type { en } from "./words-en.ts";

export const de: typeof en = {
  again: "Noch einmal versuchen",
  save: "Speichern",
  saved: "Gespeichert.",
  cancel: "Abbrechen",
  undo: "Zurücknehmen",
  hasLeft: "Zu spät: es ist schon unterwegs.",
  notChanged: "Noch ist nichts geändert.",
};
