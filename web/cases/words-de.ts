import type { CaseKind, CaseState, Step } from "#app/cases/case.ts";
import type { View } from "./views.ts";
import type { en } from "./words-en.ts";

const states: Record<CaseState, string> = {
  open: "offen",
  told: "Bescheid gesagt, sie haben das letzte Wort",
  satisfied: "zufrieden",
  unconfirmed: "niemand hat geantwortet",
  void: "doch kein Anliegen",
};

const kinds: Record<CaseKind, string> = {
  question: "Frage",
  request: "Bitte",
  complaint: "Beschwerde",
  praise: "Lob",
};

const steps: Record<Step, string> = {
  owned: "Jemand kümmert sich",
  contact: "Wir wissen, wie sie zu erreichen sind",
  channel: "Wir wissen, wie sie erreicht werden möchten",
  fixing: "Ein Plan mit Terminen",
  handed_on: "Weitergegeben, wo nötig",
  status: "Jeden Tag ein Wort",
  told: "Bescheid, was getan wurde",
  satisfied: "Sie sind zufrieden",
};

const next: Record<Step, string> = {
  owned: "sagen, wer sich kümmert",
  contact: "herausfinden, wie sie zu erreichen sind",
  channel: "fragen, wie sie erreicht werden möchten",
  fixing: "einen Plan machen",
  handed_on: "weitergeben",
  status: "Bescheid geben, bis es erledigt ist",
  told: "sagen, was getan wurde",
  satisfied: "hören, ob sie zufrieden sind",
};

const views: Record<View, string> = {
  mine: "Meine",
  unowned: "Noch niemandes",
  open: "Alle offenen",
  aside: "Weggelegt",
  ever: "Auch erledigte",
};

const empty: Record<View, string> = {
  mine: "Sie haben nichts in der Hand.",
  unowned: "Um alles kümmert sich jemand.",
  open: "Nichts ist offen.",
  aside: "Nichts ist weggelegt.",
  ever: "Noch niemand hat etwas vorgetragen.",
};

const emptyLead: Record<View, string> = {
  mine: "Sehen Sie nach, was noch niemandes ist, und nehmen Sie eines: Der Kunde erfährt Ihren Namen.",
  unowned: "Was ein Kunde schreibt, steht hier, bis jemand von uns sagt: „Ich kümmere mich“.",
  open: "Was Kunden an Ihr Postfach schreiben, kommt hier an. Was sie am Telefon oder am Tisch sagen, wird auf ihrer Seite notiert.",
  aside:
    "Legen Sie ein Anliegen bis zu einem Tag weg, und es ist bis dahin aus dem Blick. Was dem Kunden zusteht, klingelt trotzdem.",
  ever: "Was Kunden an Ihr Postfach schreiben, kommt hier an. Was sie am Telefon oder am Tisch sagen, wird auf ihrer Seite notiert.",
};

export const de: typeof en = {
  states,
  kinds,
  steps,
  next,
  views,
  empty,
  emptyLead,
  list: "Anliegen",
  inHand: "Anliegen in der Hand",
  raisedByThem: "Was sie vorgetragen haben",
  lead: "Was Kunden vorgetragen haben, bis sie sagen, dass sie zufrieden sind.",
  view: "Welche Anliegen",
  counted: (view, n) => `${view} ${n >= 1000 ? "1000+" : n}`,
  team: "Team",
  everyTeam: "Alle Teams",
  find: "Finden",
  findHint: "Worte, oder ein Kunde",
  found: (n) =>
    n === 1 ? "Ein Anliegen mit diesen Worten, auch erledigte." : `${n} Anliegen mit diesen Worten, auch erledigte.`,
  foundNone: "Kein Anliegen mit diesen Worten.",
  foundNoneLead: "Schreiben Sie den Anfang eines Wortes, das dort vorkam, oder den Namen des Kunden.",
  more: "Mehr zeigen",
  down: "Nächstes Anliegen",
  up: "Anliegen davor",
  openIt: "Öffnen",
  search: "Ein Anliegen finden",
  stepOf: (n, what) => `Schritt ${n} von 8: ${what}`,
  nobody: "noch kümmert sich niemand",
  nextWord: "nächstes Wort",
  asking: "wir fragen",
  waits: "wartet auf sie",
  since: "seit",
  askedToTake: "Sie sind gebeten, es zu übernehmen",
  loading: "Anliegen",
  gone: "Dieses Anliegen ist nicht da, oder nicht mehr.",
  all: "Alle Anliegen",
  ownedBy: "kümmert sich:",
  doneBy: "in den Händen von",
  machine: "von selbst",
  notYet: "noch nicht",
  notNeeded: "bisher nicht nötig",
  stepsTitle: "Die acht Schritte",
  missing: {
    contact: "Niemand ist genannt, mit dem zu sprechen wäre.",
    address: "Es gibt keine Adresse, unter der sie zu erreichen sind.",
    preferred_channel: "Wir wissen nicht, wie sie erreicht werden möchten.",
  },
  toCustomer: "Auf der Seite des Kunden nachtragen",
  planTitle: "Der Plan",
  planEmpty: "Noch ist kein Schritt geplant. Ein Schritt mit Termin ist ein Versprechen, und sie sehen es.",
  alsoPromised: (many) =>
    many === 1 ? "Eins ist ihnen noch versprochen" : `${many} andere sind ihnen noch versprochen`,
  addToPlan: "In den Plan",
  addToPlanOf: (text) => `In den Plan: ${text}`,
  settledSteps: (n) => (n === 1 ? "Ein Schritt ist erledigt" : `${n} Schritte sind erledigt`),
  escalatedBy: {
    customer: "Sie haben nach der Leitung gefragt",
    member: "Jemand von uns hat die Leitung dazugeholt",
    ring: "Niemand hat es übernommen, darum wurde die Leitung gerufen",
  },
  hasItInSight: "hat es im Blick",
  managerFirst: (owner) =>
    `${owner ? `Sprechen Sie zuerst mit ${owner}, wo es liegt. ` : ""}Zwei Antworten wären falsch: dass jemand von uns schuld ist, und dass nichts daran ist.`,
  factsTitle: "Worum es geht",
  nextWordAt: "Sie hören wieder von uns",
  missedWords: (n) =>
    n === 1 ? "Ein tägliches Wort kam nicht rechtzeitig." : `${n} tägliche Worte kamen nicht rechtzeitig.`,
  waitingFor: "Wir warten auf sie",
  laidAside: "Weggelegt bis",
  raised: "Vorgetragen",
  by: "von",
  channels: {
    email: "per E-Mail",
    phone: "am Telefon",
    sms: "per SMS",
    form: "über ein Formular",
    portal: "auf ihrer Seite",
    chat: "in einem Chat",
    in_person: "persönlich",
    social: "in einem sozialen Netz",
    letter: "per Brief",
  },
  asked: (n) =>
    n === 1 ? "Sie fragten einmal, bevor wir uns meldeten." : `Sie fragten ${n}-mal, bevor wir uns meldeten.`,
  spokeFirst: (before, after) => `Wir meldeten uns ${before}-mal, bevor sie fragten, und ${after}-mal danach.`,
  didTitle: "Was getan wurde",
  pulseTitle: "Verglichen mit der Erwartung",
  expected: { worse: "Schlechter als erwartet", as: "Wie erwartet", better: "Besser als erwartet" },
  feelings: ["😞 sehr schlecht", "😕 schlecht", "😐 mittel", "😊 gut", "😀 sehr gut"],
  answersTitle: "Was sie dazu sagen",
  answer: { satisfied: "Sie sind zufrieden", not_satisfied: "Sie sind nicht zufrieden" },
  said: "Was gesagt wurde",
  earlier: "Früheres zeigen",
  about: {
    raised: "trug es vor",
    reply: "schrieb",
    note: "Notiz, nur für uns",
    acknowledgement: "bestätigte den Eingang",
    introduction: "stellte sich vor",
    status: "sagte, wie es steht",
    waiting: "sagte, worauf wir warten",
    told: "sagte, was getan wurde",
    question: "fragte, ob sie zufrieden sind",
  },
  sentStates: {
    queued: "unterwegs",
    failed: "kam nicht an",
    bounced: "kam zurück",
    withdrawn: "zurückgenommen",
  },
  automatic: "von selbst",
  quoted: "Was darunter stand",
  attached: "Angehängt",
  size: (bytes) =>
    bytes < 1_000_000
      ? `${Math.max(1, Math.round(bytes / 1000))} kB`
      : `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`,
  nameless: "Eine Datei",
  attach: "Dateien anhängen",
  attachHint: "Dateien lassen sich hier auch einfügen und ablegen: zusammen 20 MB",
  toAttach: "Geht mit",
  leaveOut: (name) => `${name} weglassen`,
  leaveOutShort: "Weglassen",
  coming: (name) => `${name} kommt gerade an …`,
  stillComing: "Eine Datei kommt noch an.",
  withFiles: (n) => (n === 1 ? "mit einer Datei" : `mit ${n} Dateien`),
  whomToName: "Wen nennen",
  named: "Sie sind genannt",
  writing: (names, n) => (n === 1 ? `${names} schreibt gerade …` : `${names} schreiben gerade …`),
  answeredMeanwhile: (name) => `${name} hat geantwortet, während Sie schrieben. Ihre Worte sind noch da.`,
  answeredFirst: (name) => `Sehen Sie zuerst, was ${name} geantwortet hat.`,
  goOn: "Mit meinen Worten weiter",
  leavesSoon: "geht gleich hinaus",
};
