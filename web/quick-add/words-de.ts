import type { en } from "./words-en.ts";

export const de: typeof en = {
  label: "Was haben Sie versprochen?",
  placeholder: "Ana morgen 15 Uhr zurückrufen wegen des Lecks",
  title: "Ein Versprechen notieren",
  to: "an",
  newCustomer: (name) => `${name}, neu`,
  whom: "Wem?",
  due: "fällig",
  yours: "Ihre Zeit",
  theirs: (name) => `bei ${name}`,
  record: "notieren",
  recordAct: "Notieren",
  done: "gleich erledigt",
  doneAct: "Gleich erledigt",
  putRight: (text) => `Erledigt und notiert: ${text}`,
  notBySaying:
    "Ein Anruf, ein Brief oder ein Besuch ist mehr als ein Wort: Notieren Sie es, und halten Sie es auf „Heute“ fest.",
  recorded: (text) => `Notiert: ${text}`,
  undone: "Zurückgenommen: nichts wurde versprochen.",
  undoReason: "Versehentlich notiert",
  lacks: {
    text_missing: "Sagen Sie, was versprochen ist.",
    time_past: "Diese Zeit ist vorbei: Nennen Sie eine, die noch kommt.",
    unreadable_time: "Darin war keine Zeit zu finden: Sagen Sie, wann, etwa „morgen 15 Uhr“ oder „bis Freitag“.",
    to_whom: "Sagen Sie, wem: Ein Name genügt.",
    reason: "Sagen Sie, warum es so bald geht: Die Hälfte solcher Arbeit dauert länger.",
  },
  unread: {
    no_such_member: "So heißt hier niemand: Was hinter dem @ steht, bleibt im Text.",
    several_members: "Das @ kann mehrere meinen: Schreiben Sie mehr vom Namen.",
    unknown_kind: "Diese Art gibt es hier nicht: Was hinter dem # steht, bleibt im Text.",
  },
  keptHere: (line) => `Auf diesem Gerät aufgehoben, bis das Haus antwortet: ${line}`,
  away: "Das Haus ist nicht da, also hat dieses Gerät gelesen. Es hebt die Zeile auf und sendet sie, sobald das Haus antwortet.",
  cameBack: (why) =>
    `Das Haus hat diese Zeile nicht angenommen, als sie gesendet wurde. ${why} Ändern Sie sie, und senden Sie sie noch einmal.`,
  twice: "Diese Zeile ist schon notiert, sie steht auf „Heute“. Ändern Sie sie, um noch etwas zu notieren.",
  waits: "Wartet auf das Haus",
  notSent: "auf diesem Gerät aufgehoben, noch nicht gesendet",
  dropLine: "Nicht senden",
  speaking: {
    start: "Sprechen statt tippen",
    stop: "Nicht mehr zuhören",
    who: "Ihr Browser hört zu. Manche senden, was sie hören, an ihren Hersteller.",
    trouble: {
      "not-allowed":
        "Der Browser darf das Mikrofon nicht benutzen: Erlauben Sie es neben der Adresse, und versuchen Sie es noch einmal.",
      "audio-capture": "Es ist kein Mikrofon da, mit dem man Sie hören könnte.",
      "no-speech": "Es war nichts zu hören. Versuchen Sie es noch einmal, etwas näher.",
      network: "Zum Zuhören braucht Ihr Browser eine Verbindung. Tippen Sie es, oder versuchen Sie es später.",
      other: "Ihr Browser konnte gerade nicht zuhören. Tippen Sie es, oder versuchen Sie es noch einmal.",
    },
  },
  warned: {
    closed_at_due: "Dann haben wir geschlossen.",
    owner_away: "Davor hat der Zuständige keine Arbeitsstunde.",
  },
  take: "Nehmen:",
  lines: (n) => `Das sind ${n} Zeilen. Ein Versprechen ist eine Zeile: Notieren Sie eines nach dem anderen.`,
  tooLong: "Das ist zu lang für ein Versprechen. Schreiben Sie es in eine Zeile und den Rest als Notiz.",
};
