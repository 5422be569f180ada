import type { AnswerAt, SentAt } from "#web/desk/contracts.ts";
import { shortness } from "#web/quotes/curve.ts";

export type Reading = AnswerAt<"POST", "/promises/readings">;
export type Recorded = NonNullable<SentAt<"POST", "/promises">["body"]>;

/** Somebody whom the line may mean: one who is known, or one to be written down with it. */
export type Whom =
  | {
      is: "known";
      customerId: string;
      contactId: string | null;
      name: string;
      contactName: string | null;
      isSure: boolean;
    }
  | { is: "new"; customer: NonNullable<Reading["new_customer"]> };

// The most that one line of a promise may hold; the door takes no more either.
const longest = 2000;

/** All who may be meant, the likeliest first: whoever is known for sure, else a new one only after those who fit. */
export function whomOf(reading: Reading): Whom[] {
  const known = reading.candidates.map(
    (c): Whom => ({
      ...{ is: "known", customerId: c.customer_id, contactId: c.contact_id, name: c.name },
      ...{ contactName: c.contact_name, isSure: c.is_sure },
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
): Recorded | null {
  if (!whom || !dueAt || !reading.text.trim()) return null;
  const why = isRushed(reading, dueAt) ? reason.trim() : "";
  if (isRushed(reading, dueAt) && !why) return null;
  const isAsRead = dueAt === reading.due?.due_at;
  return {
    text: reading.text,
    kind: reading.kind.name,
    due_at: dueAt,
    ...(isAsRead && reading.due?.opens_at && { opens_at: reading.due.opens_at }),
    owner_id: reading.owner_id,
    ...(why && { short_quote_reason: why }),
    ...(whom.is === "new"
      ? { new_customer: whom.customer }
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

/** What is still missing, so that it can be said: a person, a time, or why it is to be so soon. */
export function lacking(
  reading: Reading,
  whom: Whom | undefined,
  dueAt: string | null,
  reason: string,
): "time" | "person" | "reason" | null {
  if (!reading.due) return "time";
  if (!whom) return "person";
  return isRushed(reading, dueAt) && !reason.trim() ? "reason" : null;
}
