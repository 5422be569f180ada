/**
 * One piece of work as the history sees it. Times are milliseconds of one timeline (the wall clock, or the hours in
 * which somebody works), durations are seconds on the same. An empty text is "not known".
 */
export type Work = {
  id: string;
  openedAt: number;
  /** When in the week it was opened, on the wall: 0 to 168, from Sunday's midnight. */
  hourOfWeek: number;
  kind: string;
  subkind: string;
  customer: string;
  owner: string;
  priority: string;
  queue: string;
  channel: string;
  /** From opening until the time that the customer asked for. */
  wantedSeconds: number | null;
  /** The member's own estimate. */
  estimateSeconds: number | null;
};

/** What is said of a piece of work that may matter for how long it takes, each by a name of its own. */
export function traitsOf(work: Work, openOfOwner: number): { name: string; isKind: boolean }[] {
  const { kind, subkind, customer, owner, priority, queue, channel } = work;
  const told: [name: string, ...values: string[]][] = [
    ["kind", kind],
    ["subkind", subkind, kind],
    ["owner", owner],
    ["customer", customer],
    ["priority", priority],
    ["queue", queue],
    ["channel", channel],
    ["owner of kind", owner, kind],
    ["customer of kind", customer, kind],
    ["queue of kind", queue, kind, subkind],
    ["load", owner && `${Math.round(Math.log2(1 + openOfOwner))}`],
    ["day", `${Math.floor(work.hourOfWeek / 24)}`],
    ["hour", `${Math.floor((work.hourOfWeek % 24) / 3)}`],
    ...spansOf(work).map(({ name, seconds }): [string, string] => [name, `${Math.round(Math.log2(seconds))}`]),
  ];
  return told
    .filter(([, value]) => value !== "")
    .map((words) => ({ name: words.join("\u0001"), isKind: words[0] === "kind" }));
}

/** The times that somebody had in mind: work often ends in proportion to them. */
export function spansOf(work: Work): { name: string; seconds: number }[] {
  const spans = [
    { name: "wanted", seconds: work.wantedSeconds ?? 0 },
    { name: "estimate", seconds: work.estimateSeconds ?? 0 },
  ];
  return spans.filter(({ seconds }) => seconds > 0 && Number.isFinite(seconds));
}
