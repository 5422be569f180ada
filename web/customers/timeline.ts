/** All that the journal of a customer speaks of; the words of each language name every one. */
export const whats = [
  "address added",
  "address removed",
  "case acknowledged",
  "case changed",
  "case done",
  "case escalated",
  "case handed on",
  "case offered",
  "case owned",
  "case passed on",
  "case planned",
  "case raised",
  "case reopened",
  "case snoozed",
  "case unconfirmed",
  "case voided",
  "case waiting for the customer",
  "case went on",
  "cause left",
  "cause shared",
  "contact added",
  "contact changed",
  "contact erased",
  "contact merge undone",
  "contact merged",
  "customer answered",
  "customer asked",
  "customer asked whether kept",
  "customer asked whether satisfied",
  "customer changed",
  "customer created",
  "customer erased",
  "customer merge undone",
  "customer merged",
  "customer not told",
  "customer seen differently",
  "customer told",
  "customer written to",
  "customer wrote",
  "hold-up contested",
  "holding message queued",
  "link made",
  "links revoked",
  "member rung",
  "message bounced",
  "message failed",
  "message filed",
  "message filed by hand",
  "message logged",
  "message problem settled",
  "message received",
  "message retried",
  "message sent",
  "message withdrawn",
  "move accepted",
  "move contested",
  "note seen",
  "note written",
  "owner rung",
  "page looked at",
  "page sent",
  "profile no longer shared",
  "profile shared",
  "profile withdrawn",
  "profile written",
  "promise corrected",
  "promise hand-on asked",
  "promise handed on",
  "promise held up",
  "promise joined",
  "promise joined to a case",
  "promise kept",
  "promise made",
  "promise move asked",
  "promise moved",
  "promise not kept",
  "promise passed its due",
  "promise released",
  "promise reopened",
  "promise split",
  "promise voided",
  "promise went on",
  "pulse taken",
  "request declined",
  "request recorded",
  "ring answered",
  "series ended",
  "status missed",
  "status sent by machine",
  "telling bounced",
  "telling contradicted",
  "telling failed",
  "work handed over",
] as const;
export type What = (typeof whats)[number];

export function isKnown(what: string): what is What {
  return whats.some((each) => each === what);
}

type Told = {
  words: Record<string, string | null>;
  promise: { text: string } | null;
  case: { subject: string } | null;
  message: { subject: string; body: string } | null;
};

/** What somebody said or wrote there, each once; what the line already shows is left out. */
export function wordsOf({ words, promise, case: raised, message }: Told): string[] {
  const shown = [promise?.text, raised?.subject, message?.subject, message?.body];
  const said = Object.values(words).filter((text) => text !== null && text !== "" && !shown.includes(text));
  return [...new Set(said as string[])];
}

/** Words were here, and were forgotten on somebody's wish. */
export function isErased({ words }: Pick<Told, "words">): boolean {
  return Object.values(words).some((text) => text === null);
}

/** The entries of each day of the reader's, newest first. `dayOf` counts days. */
export function byDay<T extends { at: string }>(entries: readonly T[], dayOf: (atMs: number) => number): T[][] {
  return [...Map.groupBy(entries, ({ at }) => dayOf(Date.parse(at))).values()];
}
