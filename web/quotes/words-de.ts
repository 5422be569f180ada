import type { en } from "./words-en.ts";

export const de: typeof en = {
  keptOf: (kept) => `${kept} von 100 Malen gehalten`,
  ofHundred: (kept) => `${kept} von 100`,
  odds: "Die Aussicht für diese Zeit",
  slide: "Die Zeit verschieben",
  advised: "geraten",
  takeAdvised: "Die geratene Zeit nehmen",
  shortness: {
    short: "Kürzer als geraten.",
    very_short: "Die Hälfte solcher Arbeit dauert länger.",
  },
  load: (open, before) =>
    open === 0
      ? ""
      : `${open < 1000 ? open : "1000 oder mehr"} schon offen${before > 0 ? `, ${before} davon vorher fällig.` : "."}`,
  noHistory: "Noch keine Aussicht: Von dieser Art wurde bisher zu wenig getan.",
  howLong: "Wie lange so etwas dauerte",
  duePlaceholder: "morgen 15 Uhr, in 2 Stunden, Fr 14:00",
  unread: "Diese Zeit war nicht zu lesen. Versuchen Sie „morgen 15 Uhr“ oder „24.11. 15:00“.",
  forThem: "bei ihnen",
  closedThen: "Dann haben wir geschlossen.",
  takeBefore: "Die letzte offene Zeit davor nehmen:",
  took: (kind) => `So lange dauerte es: ${kind}`,
  tookSaid: (done, open) =>
    `${done} getan${open > 0 ? `, ${open} noch offen: Die offenen stehen da, wie lange sie schon dauern` : ""}.`,
  within: (marks) => ` Getan binnen: ${marks}.`,
  markSaid: (share, within) => `${share} von 100 in ${within}`,
  inWorking: "In Arbeitszeit gemessen: Eine Nacht zählt nicht.",
  nothingTook: "Von dieser Art wurde noch nichts getan.",
  nothingTookLead: "Sobald etwas getan ist, steht hier, wie lange es dauerte.",
  tookHead: "Dauer",
  doneHead: "Getan",
  openHead: "Noch offen",
  upTo: (until) => `bis ${until}`,
  over: (from) => `über ${from}`,
  legend: { done: "getan", open: "noch offen", quoted: "dieses, wie zugesagt", took: "dieses, wie es ging" },
  ownSaid: (quoted, took, isDone) =>
    ` Dieses sollte ${quoted} dauern und ${isDone ? `dauerte ${took}` : `dauert schon ${took}`}.`,
  whySoon: "Warum so bald?",
  whySoonHint: "Die Hälfte solcher Arbeit dauert länger. Das liest nur Ihr Haus.",
};
