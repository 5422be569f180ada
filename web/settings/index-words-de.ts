import type { en } from "./index-words-en.ts";

export const de: typeof en = {
  title: "Einstellungen",
  lead: "Wie dieser Betrieb sein Wort hält, und wie Sie hereinkommen.",
  find: (page) => `Einstellungen: ${page}`,
  back: "Alle Einstellungen",
  pages: {
    security: { title: "Anmelden", lead: "Ihr Passwort, ein zweiter Faktor, Passkeys, und wo Sie angemeldet sind." },
    hours: { title: "Meine Zeiten", lead: "Wann Sie da sind und Erinnerungen läuten, und wann Ruhe ist." },
    "calendar-feed": {
      title: "Kalender fürs Telefon",
      lead: "Was Sie zugesagt haben, auf Ihrem Telefon: Es läutet rechtzeitig.",
    },
    devices: { title: "Geräte", lead: "Wo es sofort läutet, wenn etwas Sie braucht, neben der Mail." },
    teams: {
      title: "Teams",
      lead: "Wer zusammenarbeitet, wer leitet, und bei wem zuerst läutet, was niemandem gehört.",
    },
    calendars: { title: "Kalender", lead: "Offene Zeiten, Feiertage und einzelne Tage: wann jemand da ist." },
    absences: { title: "Abwesenheiten", lead: "Wann Sie fort sind, und wer Sie vertritt." },
    keys: { title: "API-Schlüssel", lead: "Was Programmen die Tür öffnet, jeder mit einem Druck widerrufen." },
    policies: {
      title: "Regeln",
      lead: "Wann es läutet, was als gesagt gilt, wie oft wir fragen; sehen Sie, was eine Änderung täte.",
    },
    kinds: {
      title: "Arten von Zusagen",
      lead: "Ihre eigenen neben denen des Hauses, und wie ihre Schätzungen gemeint sind.",
    },
    letters: { title: "Briefe", lead: "Die Worte, die bereitstehen, wenn jemand einem Kunden schreibt." },
    replies: {
      title: "Textbausteine",
      lead: "Was oft gesagt wird, mit Namen und Zeiten ausgefüllt in eine Nachricht gesetzt.",
    },
    workspace: {
      title: "Betrieb und E-Mail",
      lead: "Name, Zeitzone, Sprache und Währung; der Server, über den E-Mails das Haus verlassen.",
    },
    mailboxes: {
      title: "Postfächer",
      lead: "Wohin Kunden schreiben, und was ankam und jemand ansehen sollte.",
    },
    texts: { title: "SMS und Anrufe", lead: "Die Nummer, an die Kunden schreiben und die sie anrufen, und ihr Konto." },
    forms: {
      title: "Formulare",
      lead: "Wo jeder Ihnen schreiben kann, unter einer Adresse oder auf Ihrer eigenen Seite.",
    },
    members: {
      title: "Mitglieder und Einladungen",
      lead: "Wer hier arbeitet, was wer darf, und wer gebeten ist zu kommen.",
    },
  },
  me: { title: "Über mich", lead: "Ihr Name, Sprache, Zeitzone, Ruhezeit, und hell oder dunkel." },
};
