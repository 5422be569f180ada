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
export function traitsOf(work: Work, openOfOwner: number): string[] {
  const { kind, subkind, customer, owner, priority, queue, channel } = work;
  const named = (name: string, ...values: string[]) =>
    values.every((value) => value !== "") ? [[name, ...values].join("\u0001")] : [];
  return [
    ...named("kind", kind),
    ...named("subkind", kind, subkind),
    ...named("owner", owner),
    ...named("customer", customer),
    ...named("priority", priority),
    ...named("queue", queue),
    ...named("channel", channel),
    ...named("owner of kind", kind, owner),
    ...named("customer of kind", kind, customer),
    ...(queue ? [["queue of kind", kind, subkind, queue].join("\u0001")] : []),
    `day\u0001${Math.floor(work.hourOfWeek / 24)}`,
    `hour\u0001${Math.floor((work.hourOfWeek % 24) / 3)}`,
    ...(owner ? [`load\u0001${doublings(openOfOwner)}`] : []),
    ...spansOf(work).map(({ name, seconds }) => `${name}\u0001${Math.round(Math.log2(seconds))}`),
  ];
}

/** The times that somebody had in mind: work often ends in proportion to them. */
export function spansOf(work: Work): { name: string; seconds: number }[] {
  const spans = [
    { name: "wanted", seconds: work.wantedSeconds ?? 0 },
    { name: "estimate", seconds: work.estimateSeconds ?? 0 },
  ];
  return spans.filter(({ seconds }) => seconds > 0 && Number.isFinite(seconds));
}

function doublings(count: number): number {
  return Math.round(Math.log2(1 + count));
}
