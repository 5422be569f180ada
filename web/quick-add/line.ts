import type { AnswerAt, SentAt } from "#web/desk/contracts.ts";
import { shortness } from "#web/quotes/curve.ts";

export type Reading = AnswerAt<"POST", "/promises/readings"> & {
  /** When this device read it by itself, because the house was away. */
  readAt?: string;
};
export type Recorded = NonNullable<SentAt<"POST", "/promises">["body"]>;

/** Somebody whom the line may mean: one who is known, or one to be written down with it. */
export type Whom =
  | {
      is: "known";
      customerId: string;
      contactId: string | null;
      name: string;
      contactName: string | null;
      timeZone: string | null;
      isSure: boolean;
    }
  | { is: "new"; customer: NonNullable<Reading["new_customer"]> };

// The most that one line of a promise may hold; the door takes no more either.
const longest = 2000;

/**
 * All who may be meant, the likeliest first: whoever is known for sure, else a new one only after those who fit. On the
 * page of a customer (`own`) nobody else is meant.
 */
export function whomOf(reading: Reading, own?: { id: string; name: string }): Whom[] {
  if (own) {
    const timeZone = reading.due?.customer_time_zone ?? null;
    return [
      { is: "known", customerId: own.id, name: own.name, contactId: null, contactName: null, timeZone, isSure: true },
    ];
  }
  const known = reading.candidates.map(
    (c): Whom => ({
      ...{ is: "known", customerId: c.customer_id, contactId: c.contact_id, name: c.name },
      ...{ contactName: c.contact_name, timeZone: c.time_zone, isSure: c.is_sure },
    }),
  );
  return reading.new_customer ? [...known, { is: "new", customer: reading.new_customer }] : known;
}

/** What the house is sent, once there is somebody and a time; null while something is missing. */
export function recordedOf(
  reading: Reading,
  whom: Whom | undefined,
  dueAt: string | null,
  reason: string,
  rushed = isRushed(reading, dueAt),
): Recorded | null {
  if (!whom || !dueAt || !reading.text.trim()) return null;
  const why = rushed ? reason.trim() : "";
  if (rushed && !why) return null;
  const isAsRead = dueAt === reading.due?.due_at;
  return {
    ...saidOf(reading, whom),
    due_at: dueAt,
    ...(isAsRead && reading.due?.opens_at && { opens_at: reading.due.opens_at }),
    ...(why && { short_quote_reason: why }),
  };
}

/** What the house is sent of something that was put right already, whatever time stands in the line. */
export function putRight(reading: Reading, whom: Whom | undefined): Recorded | null {
  const isReady = isDoneBySaying(reading) && reading.text.trim();
  return whom && isReady ? { ...saidOf(reading, whom), on_the_spot: true } : null;
}

/** Is it done by saying so? What is kept by a word, or by coming, is settled with these. */
export function isDoneBySaying({ kind }: Reading): boolean {
  return !["callback", "email", "update", "visit"].includes(kind.name);
}

function saidOf(reading: Reading, whom: Whom) {
  const { text, kind, owner_id, readAt } = reading;
  return {
    ...{ text, kind: kind.name, owner_id },
    // What waits for the connection was said when it was said.
    ...(readAt && { made_at: readAt }),
    ...(whom.is === "new"
      ? { new_customer: { ...whom.customer, ...(readAt && { unless_known: true }) } }
      : { customer_id: whom.customerId, ...(whom.contactId && { contact_id: whom.contactId }) }),
  };
}

/** How a pasted text cannot be one promise; null when it can. */
export function unfit(line: string): { why: "lines"; count: number } | { why: "long" } | null {
  const lines = line.split(/\r?\n/).filter((each) => each.trim() !== "");
  if (lines.length > 1) return { why: "lines", count: lines.length };
  return line.length > longest ? { why: "long" } : null;
}

/** Is that sooner than half of such work is done? Then it is said with a reason, or not at all. */
export function isRushed({ quote }: Pick<Reading, "quote">, dueAt: string | null): boolean {
  return quote !== null && dueAt !== null && shortness(quote, dueAt) === "very_short";
}

export type Lack = "text_missing" | "time_past" | "unreadable_time" | "to_whom" | "reason";

/** What is still missing, so that it can be said: words, a time, a person, or why it is to be so soon. */
export function lacking(
  reading: Reading,
  whom: Whom | undefined,
  dueAt: string | null,
  reason: string,
  rushed = isRushed(reading, dueAt),
): Lack | null {
  const isPast = reading.notes.some(({ code }) => code === "time_past");
  if (reading.text.trim() && !reading.due) return isPast ? "time_past" : "unreadable_time";
  return lackingDone(reading, whom) ?? (rushed && !reason.trim() ? "reason" : null);
}

/** What is done already needs no time. */
export function lackingDone({ text }: Reading, whom: Whom | undefined): Lack | null {
  if (!text.trim()) return "text_missing";
  return whom ? null : "to_whom";
}
