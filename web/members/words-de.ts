import type { en } from "./words-en.ts";

export const de: typeof en = {
  title: "Über mich",
  lead: "Was Ihre Kunden und Kollegen von Ihnen sehen, und wie dieser Schreibtisch für Sie aussieht.",
  name: "Name",
  nameHint: "So, wie Kunden Sie kennen: Er steht unter jeder Nachricht.",
  language: "Sprache",
  languages: { own: "Wie im Betrieb", en: "English", de: "Deutsch" },
  timeZone: "Zeitzone",
  timeZoneHint: (zone) => `Leer: die des Betriebs, ${zone}.`,
  quiet: "Ruhezeit",
  quietLead: "In ihr läutet nichts, außer eine Zusage würde noch vor ihrem Ende zu spät.",
  from: "Von",
  until: "Bis",
  appearance: "Aussehen",
  look: { system: "Wie das System", light: "Hell", dark: "Dunkel" },
  lookLead: "Für dieses Gerät.",
  theirs: (name) => `Jemand hat inzwischen „${name}“ gespeichert. Speichern Sie noch einmal, gelten Ihre Worte.`,
};
