/** A business that could be, from which a demo is drawn: its people, whom it serves, what it promises, how it speaks. */
export type Business = {
  name: string;
  trade: string;
  timeZone: string;
  currency: string;
  /** The domain of its people's addresses, which nobody can ever register. */
  domain: string;
  /** The first is its proprietor, the second manages the team. */
  people: readonly Person[];
  team: string;
  clients: readonly Client[];
  works: readonly Work[];
  /** Kinds of which nobody asks whether they were kept. */
  unasked: readonly string[];
  /** What stands in the place of {part} in a text. */
  fills: Readonly<Record<string, readonly string[]>>;
  says: Says;
  /** For customers who read German. */
  saysGerman?: Says;
  /** What was understood of some customers. */
  notes: readonly Note[];
  /** How busy each day of the week is beside the others, from Monday. */
  busy: readonly number[];
  repeated: readonly Repeated[];
  together: readonly { kind: string; text: string; days: number; count: number }[];
  /** What colleagues promise each other. */
  among: readonly string[];
};

/** `pace`: how long they take beside others; `candour`: how often they say in time that it will be later. */
export type Person = {
  name: string;
  role: "proprietor" | "admin" | "manager" | "member" | "viewer";
  pace: number;
  candour: number;
};

export type Client = {
  name: string;
  /** Whom one speaks to at an organisation; a person is their own contact. */
  contact?: string;
  language?: "de";
  timeZone?: string;
  /** "Table 7": nobody knows their name, and they can only be told in person. */
  isStandIn?: true;
  tags?: string[];
  tier?: string;
};

export type Work = {
  kind: string;
  texts: readonly string[];
  german?: readonly string[];
  /** How often beside the others. */
  weight: number;
  /** Half of them are done in `median` seconds, on the clock or in working time; `spread` is of the logarithm. */
  takes: { median: number; spread: number; in: "working" | "clock" };
  /** A visit is promised for a window of so many hours, some working days ahead. */
  window?: { hours: number; days: number };
  via: readonly string[];
};

export type Says = {
  update: readonly string[];
  sorry: readonly string[];
  moved: readonly string[];
  missing: readonly string[];
  released: readonly string[];
  declined: readonly string[];
  failed: readonly string[];
  chased: readonly string[];
  notYet: readonly string[];
  doesNotSuit: readonly string[];
  more: readonly string[];
};

export type Note = {
  topic: "drives_decisions" | "their_pain" | "our_pain" | "constraint" | "what_it_takes" | "common_ground";
  text: string;
  heard?: string;
  isShared?: true;
};

export type Repeated = { kind: string; text: string; every: "week" | "month"; client: number };

export const minutes = (count: number) => count * 60;
export const hours = (count: number) => count * 3600;

export function persons(...names: readonly string[]): Client[] {
  return names.map((name) => ({ name }));
}

export function companies(...pairs: readonly (readonly [name: string, contact: string])[]): Client[] {
  return pairs.map(([name, contact]) => ({ name, contact }));
}
