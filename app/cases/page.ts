import type { Instant } from "#base/instant.ts";
import { type Case, type CaseState, isClosed, type Step, stepNames } from "./case.ts";
import { mayAnswer } from "./closing.ts";
import type { CaseAct } from "./page-words.ts";
import { mayPulse } from "./pulse.ts";

/** A case as the customer sees it. Notes, rings, escalations and who was late are ours and not in it. */
export type SeenCase = {
  id: string;
  subject: string;
  words: string;
  state: Exclude<CaseState, "void">;
  raisedAt: Instant;
  owner: string | null;
  /** When the next word comes, while one is owed. */
  nextWordAt: Instant | null;
  waitingReason: string | null;
  did: string | null;
  steps: readonly { name: Step; at: Instant | null; by: string | null }[];
  acts: readonly CaseAct[];
  /** May they say how it was beside what they expected? */
  mayPulse: boolean;
};

type Reader = { contactIds: readonly string[]; customerIds: readonly string[] };
type Around = {
  names: ReadonlyMap<string, string>;
  policy: { verdictWithinDays: number };
  now: Instant;
  readInstant: (text: string) => Instant;
};

/** May this reader know of it? Raised by their customer, and by them or by nobody by name. */
function maySee(c: Case, { contactIds, customerIds }: Reader): boolean {
  const isTheirs = customerIds.includes(c.customerId) && (c.contactId === null || contactIds.includes(c.contactId));
  return isTheirs && c.state !== "void";
}

/** The case as its customer may see it, null when it is not theirs to see. Caught up with the time already. */
export function forCustomer(c: Case, reader: Reader, { names, policy, now, readInstant }: Around): SeenCase | null {
  if (!maySee(c, reader) || c.state === "void") return null;
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null);
  return {
    id: c.id,
    subject: c.subject,
    words: c.words,
    state: c.state,
    raisedAt: c.raisedAt,
    owner: nameOf(c.ownerId),
    nextWordAt: c.statusDueAt,
    waitingReason: c.waitingSinceAt ? c.waitingReason : null,
    did: c.toldAt ? c.doneWords : null,
    steps: stepNames.map((name) => {
      const taken = c.steps[name];
      return { name, at: taken ? readInstant(taken.at) : null, by: nameOf(taken?.by) };
    }),
    acts: actsOf(c, policy, now),
    mayPulse: mayPulse(c, now) === null,
  };
}

/** What can be said just now. Before it is told they may ask, and ask for a manager; afterwards they have the last word. */
function actsOf(c: Case, policy: { verdictWithinDays: number }, now: Instant): CaseAct[] {
  if (c.state === "open") return ["asking", "manager", "satisfied"];
  const answers = (["satisfied", "not_satisfied"] as const).filter(
    (answer) => mayAnswer(c, answer, policy, now) === null,
  );
  return isClosed(c) ? answers : [...answers, "manager"];
}
