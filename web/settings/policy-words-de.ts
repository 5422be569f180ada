import type { en } from "./policy-words-en.ts";

export const de: typeof en = {
  scopes: {
    workspace: "Der Betrieb",
    kind: "Eine Art von Zusage",
    tier: "Eine Stufe von Kunden",
    customer: "Ein Kunde",
  },
  groups: {
    rings: "Wann es läutet",
    telling: "Was als gesagt gilt",
    verdicts: "Das letzte Wort",
    questions: "Wie oft wir fragen",
    reaching: "Wann und wie wir Kunden erreichen",
    figures: "Zahlen",
  },
  titles: {
    ring_lead_max_working_days: "Höchstens so lange vorher läuten",
    estimate_in: "Eine bloße Schätzung meint",
    ring_bundle: "Zusammenfassen, was läutet binnen",
    holding_message: "Dem Kunden ein ehrliches Wort schreiben, wenn niemand auf das zweite Läuten antwortet",
    useful_notice_share: "Rechtzeitig heißt: dieser Teil der Zeit",
    useful_notice_max_working_days: "Aber nie mehr als",
    void_within: "Einen Schreibfehler ungeschehen machen binnen",
    contradict_within_working_days: "„Sie haben nicht angerufen“ kann man sagen",
    ask_for_verdict: "Den Kunden fragen, ob eine gehaltene Zusage gehalten wurde",
    verdict_within_days: "Das letzte Wort hat er",
    questions_per_day: "Fragen an einen Menschen, am Tag",
    questions_per_month: "Fragen an einen Menschen, im Monat",
    question_silences: "Nicht mehr fragen nach so vielen ohne Antwort",
    question_silence_days: "Dann nichts fragen für",
    quiet_from: "Ruhe ab",
    quiet_until: "Ruhe bis",
    link_days: "Der Link eines Kunden öffnet",
    show_member_figures_from_team_of: "Zahlen eines Mitglieds anderen zeigen in Teams ab",
    evidence_half_life_days: "In der einen Zahl wiegt Geschehenes halb nach",
  },
  hints: {
    ring_lead_max_working_days:
      "Zuerst läutet es 1,5 Schätzungen vor der Fälligkeit, oder ein Viertel der Zeit, wo nichts geschätzt wurde. Das hier ist das Höchste.",
    estimate_in: "Wo jemand „3 Stunden“ schreibt und nicht mehr.",
    ring_bundle: "Was für ein Mitglied so nah beieinander läutet, ist eine E-Mail.",
    holding_message: "Es behauptet keine Arbeit, sagt, dass ein Rechner es schrieb, und zählt auch so.",
    useful_notice_share:
      "Eine neue Zeit gilt als rechtzeitig gesagt, solange so viel der Zeit bis zur alten Fälligkeit übrig ist.",
    useful_notice_max_working_days: "Bei einer langen Zusage genügt weniger als der Teil.",
    void_within: "Was aus Versehen festgehalten wurde, verschwindet spurlos, solange es niemand gesagt bekam oder sah.",
    contradict_within_working_days:
      "So lange kann ein Kunde sagen, dass ein von Hand festgehaltener Anruf nie stattfand.",
    ask_for_verdict: "Eine E-Mail mit zwei Antworten. Schweigen zählt nichts.",
    verdict_within_days: "Gezählt ab da, wo die Zusage erledigt war.",
    questions_per_day: "Nur Fragen; die Nachricht einer Verspätung geht immer hinaus.",
    questions_per_month: "Nur Fragen; die Nachricht einer Verspätung geht immer hinaus.",
    question_silences: "Unbeantwortete Fragen hintereinander.",
    question_silence_days: "Danach darf man wieder fragen.",
    quiet_from:
      "Automatische E-Mails warten, während es beim Kunden Nacht ist, es sei denn, eine Fälligkeit würde verstreichen.",
    quiet_until: "Auf der Uhr dessen, der liest.",
    link_days: "Danach bittet man um einen neuen, und er kommt per E-Mail.",
    show_member_figures_from_team_of: "In kleineren Teams sieht jeder seine eigenen Zahlen, und sonst niemand.",
    evidence_half_life_days: "Damit ein altes Jahr nicht schwerer wiegt als dieses.",
  },
  forWhom: "Für wen",
  kind: "Art",
  tier: "Stufe",
  tierHint: "So, wie sie bei den Kunden steht, etwa „Gold“.",
  customer: "Kunde",
  chooseFirst: "Sagen Sie zuerst, für wen.",
  customerHint: "Einen Namen tippen …",
  noCustomer: "So heißt hier niemand.",
  exceptions: "Ausnahmen",
  exceptionsLead:
    "Das Nächste gilt: das des Kunden vor dem der Art, das der Art vor dem der Stufe, das der Stufe vor dem des Betriebs.",
  estimates: { working: "Arbeitszeit", clock: "Zeit auf jeder Uhr" },
  yes: "ja",
  no: "nein",
  ours: (value) => `Üblich: ${value}.`,
  business: (value) => `Der Betrieb hat: ${value}.`,
  back: (value) => `Zurück zu ${value}`,
  backOf: (title, value) => `${title}: zurück zu ${value}`,
  means: (value) => `Das sind ${value}.`,
  openHours: (hours) => `Das sind ${hours} Ihrer offenen Zeit.`,
  unreadable: {
    while: "Schreiben Sie, wie lange, etwa „10 Min“ oder „1 Stunde 30 Minuten“.",
    working_days: "Schreiben Sie ganze Werktage, etwa „2 Werktage“.",
    days: "Schreiben Sie Tage oder Wochen, etwa „30 Tage“ oder „2 Wochen“.",
    share: "Schreiben Sie einen Teil, etwa „25 %“ oder „ein Viertel“.",
    count: "Schreiben Sie eine ganze Zahl.",
    time: "Schreiben Sie eine Uhrzeit, etwa 21:00.",
    choice: "Wählen Sie eines.",
    yes: "Wählen Sie eines.",
  },
  changed: (n) =>
    n === 0
      ? "Noch ist nichts geändert."
      : n === 1
        ? "1 Einstellung ist geändert."
        : `${n} Einstellungen sind geändert.`,
  drop: "Änderungen verwerfen",
  theirs:
    "Jemand hat diese Einstellungen inzwischen gespeichert. Was Sie geändert haben, steht noch hier; Speichern schreibt es über seines.",
  preview: "Wann es läuten würde",
  previewLead: "Für eine Zusage, gemacht in Ihrem nächsten offenen Augenblick.",
  samples: {
    two_hours: "Ein Rückruf binnen zwei Stunden",
    working_day: "Zwei Stunden Arbeit, binnen eines Werktags",
    week: "Eine Antwort binnen einer Woche",
  },
  moments: {
    made: "zugesagt",
    first: "erstes Läuten",
    second: "zweites Läuten, auch bei der Leitung",
    holding: "ein ehrliches Wort an den Kunden",
    due: "fällig, das letzte Läuten",
    in_time: "bis hier ist eine neue Zeit rechtzeitig gesagt",
  },
  was: "jetzt",
  isNew: "neu",
  isGone: "nicht mehr",
  open: "Was gerade offen ist",
  nothingOpen: "Gerade ist nichts offen.",
  noneChanges: (n, more) =>
    n === 1
      ? "Die eine offene Zusage läutet wie bisher."
      : more
        ? `Die ${n} dringendsten offenen Zusagen läuten wie bisher.`
        : `Alle ${n} offenen Zusagen läuten wie bisher.`,
  someChange: (changed, n, more) =>
    `${changed} von ${more ? `den ${n} dringendsten` : n} offenen Zusagen würden als Nächstes zu einer anderen Zeit läuten.`,
  ringsNever: "nicht mehr",
  andMore: (n) => `… und ${n} weitere.`,
};
