import type { en } from "./words-en.ts";

export const de: typeof en = {
  noticed: "In diesen Worten bemerkt",
  offers: "Versprechen in diesen Worten",
  coach: "Was sich besser sagen ließe",
  conditional: "Nur wenn sie das Ihre tun:",
  noTime: (due) => (due ? `„${due}“: Sagen Sie, bis wann` : "keine Zeit genannt"),
  writeDown: "Notieren",
  isNone: "Kein Versprechen",
  when: "Bis wann?",
  recorded: (text) => `Notiert: ${text}`,
  undone: "Zurückgenommen: nichts wurde versprochen.",
  undoReason: "Versehentlich notiert",
  instead: (better) => `„${better}“`,
  leaveOut: "Weglassen",
  takeBetter: "Die besseren Worte nehmen",
  dismiss: "Nicht mehr zeigen",
  dismissed: "Das wird Ihnen nicht mehr gezeigt.",
  more: (count) => `und ${count} weiter unten`,
  cannotSay: {
    unknown_language: "Diese Sprache wird hier nicht gelesen; darum wurde nichts darin gesucht.",
    too_long: "Das ist zu lang, um ganz gelesen zu werden: Nur der Anfang wurde durchgesehen.",
  },
  copied: {
    title: "Versprochen in Mails, die Sie uns in Kopie geschickt haben",
    done: "Mit dieser Mail fertig",
    doneSoon: (subject) => `Durchgesehen: ${subject}`,
    noSubject: "Ohne Betreff",
    nobody:
      "Sie ging an niemanden, den wir kennen; darum steht sie bei keinem Kunden und wurde nicht gelesen. Was Sie darin versprochen haben, schreiben Sie in das Feld oben. Nehmen Sie uns das nächste Mal in Kopie, wenn die Adresse des Kunden unter An oder Cc steht.",
  },
};
