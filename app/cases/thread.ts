import { type Case, isClosed } from "./case.ts";

/** A message that came in, as far as it says where it belongs. Whose it is was settled by the address it came from. */
export type Incoming = {
  customerId: string;
  contactId: string;
  subject: string;
  /** The case of the message it answers, by Message-ID, References or the token of its address. */
  answers: Pick<Case, "id" | "customerId"> | null;
};

type Candidate = Pick<Case, "id" | "customerId" | "contactId" | "subject" | "state">;

/**
 * The case that it belongs to, null for a new one. What it answers counts only where that is a case of the same customer,
 * so that nobody reaches another's by forging a header; its subject counts as the last resort, among what is open.
 * `own` are the ids that its customer is read as.
 */
export function threadOf(mail: Incoming, candidates: readonly Candidate[], own: readonly string[]): string | null {
  if (mail.answers && own.includes(mail.answers.customerId)) return mail.answers.id;
  const subject = bare(mail.subject);
  if (subject === "") return null;
  const same = candidates.find(
    (c) => own.includes(c.customerId) && !isClosed(c) && c.contactId === mail.contactId && bare(c.subject) === subject,
  );
  return same?.id ?? null;
}

/**
 * The case that a text or a missed call belongs to: such have no subject, so it is the newest that is open with the very
 * contact who sent it.
 */
export function talkOf(contactId: string, open: readonly Candidate[]): string | null {
  return open.find((c) => c.contactId === contactId && !isClosed(c))?.id ?? null;
}

/** So long after a case was closed their thanks still are about it, and begin no other. */
export const thanksSeconds = 2 * 86_400;

/** A subject without what mail programs put before it. */
function bare(subject: string): string {
  return subject
    .replace(/^(?:\s*(?:re|aw|antw|sv|vs|fwd?|wg|tr|rif)\s*(?:\[\d+\])?\s*:)+/i, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
