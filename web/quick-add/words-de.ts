import type { en } from "./words-en.ts";

export const de: typeof en = {
  label: "Was haben Sie versprochen?",
  placeholder: "Ana morgen 15 Uhr zurückrufen wegen des Lecks",
  title: "Ein Versprechen notieren",
  to: "an",
  newCustomer: (name) => `${name}, neu`,
  whom: "Wem?",
  due: "fällig",
  forThem: "bei ihnen",
  record: "notieren",
  recordAct: "Notieren",
  recorded: (text) => `Notiert: ${text}`,
  undone: "Zurückgenommen: nichts wurde versprochen.",
  undoReason: "Versehentlich notiert",
  noTime: "Darin war keine Zeit zu finden: Sagen Sie, wann, etwa „morgen 15 Uhr“ oder „bis Freitag“.",
  nobody: "Sagen Sie, wem: Ein Name genügt.",
  warned: {
    closed_at_due: "Dann haben wir geschlossen.",
    owner_away: "Davor hat der Zuständige keine Arbeitsstunde.",
  },
  take: "Nehmen:",
  whySoon: "Warum so bald?",
  whySoonHint: "Die Hälfte solcher Arbeit dauert länger. Das liest nur Ihr Haus.",
  whySoonMissing: "Sagen Sie, warum es so bald geht: Die Hälfte solcher Arbeit dauert länger.",
  lines: (n) => `Das sind ${n} Zeilen. Ein Versprechen ist eine Zeile: Notieren Sie eines nach dem anderen.`,
  tooLong: "Das ist zu lang für ein Versprechen. Schreiben Sie es in eine Zeile und den Rest als Notiz.",
};
