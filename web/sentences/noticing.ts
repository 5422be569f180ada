import { kindSaid } from "#app/promises/quick-add-kinds.ts";
import type { AnswerAt, SentAt } from "#web/desk/contracts.ts";

export type Found = AnswerAt<"POST", "/sentences/found">["items"][number];
export type Point = AnswerAt<"POST", "/sentences/advice">["points"][number];
type Recorded = NonNullable<SentAt<"POST", "/promises">["body"]>;

/** Whom the words are for, and how they reach them: what a promise in them is written down with. */
export type Whom = { customerId: string; contactId?: string | undefined; via?: string; madeAt?: string | null };

/** The text with better words in place of those that were pointed at; nothing where they are simply left out. */
export function takenOver(text: string, { from, to, better }: Pick<Point, "from" | "to" | "better">): string {
  const words = text.normalize("NFC");
  const said = words.slice(from, to);
  const isCapital = /^\p{Lu}/u.test(said) && !/^\p{Lu}{2}/u.test(said);
  const instead = better ?? said;
  const cased = isCapital ? instead.charAt(0).toLocaleUpperCase() + instead.slice(1) : instead;
  if (instead !== "") return words.slice(0, from) + cased + words.slice(to);
  const rest = words.slice(to).replace(/^ /, "");
  const before = words.slice(0, from);
  return /^[,.;:!?]/.test(rest) ? before.trimEnd() + rest : before + rest;
}

/** What is promised, without the words that say when: those are its due. */
export function textOf({ what, due_words: due }: Pick<Found, "what" | "due_words">): string {
  if (due === null || !what.includes(due)) return what;
  const left = what
    .replace(due, " ")
    .replace(/\s+/g, " ")
    .replace(/ ([,.;:!?])/g, "$1")
    .trim();
  return left.length > 2 ? left.replace(/[\s,;:]+$/, "") : what;
}

/** What the house is sent for a sentence that is a promise. */
export function promiseOf(found: Found, dueAt: string, { customerId, contactId, via, madeAt }: Whom): Recorded {
  const text = textOf(found);
  return {
    customer_id: customerId,
    ...(contactId && { contact_id: contactId }),
    text,
    kind: kindSaid(text, []).named.name,
    due_at: dueAt,
    ...(via && { made_via: via }),
    ...(madeAt && { made_at: madeAt }),
  };
}

/** Is this sentence about what is written down already, such as the very promise that the letter moves? */
export function isKnown({ due_at: dueAt }: Pick<Found, "due_at">, known: readonly (string | null)[]): boolean {
  if (dueAt === null) return false;
  return known.some((each) => each !== null && each !== "" && Date.parse(each) === Date.parse(dueAt));
}
