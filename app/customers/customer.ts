import type { Instant } from "#base/instant.ts";
import { invalid, type Ruling, yes } from "#base/refusal.ts";
import type { WholeContact } from "./contact.ts";
import type { Merge } from "./merge.ts";

/** Whom we serve: an organisation or a person, a prospect too, or a stand-in where there is no name ("table 7"). */
export type Customer = {
  id: string;
  kind: CustomerKind;
  name: string;
  isStandIn: boolean;
  timeZone: string | null;
  language: string | null;
  calendarId: string | null;
  accountOwnerId: string | null;
  tier: string | null;
  tags: string[];
  whyUs: string | null;
  createdAt: Instant;
  version: number;
};

export const customerKinds = ["person", "organisation"] as const;
export type CustomerKind = (typeof customerKinds)[number];

/** How a list of customers is ordered. */
export const customerOrders = ["newest", "name"] as const;
export type CustomerOrder = (typeof customerOrders)[number];

/** A customer with all that was merged into it. */
export type WholeCustomer = Customer & { contacts: WholeContact[]; merges: Merge[] };

/** How it stands between us: what is open and late, what is due next, and when a word last passed. */
export type Standing = { open: number; late: number; nextDueAt: Instant | null; lastWordAt: Instant | null };

/** What of a customer is our own view and no business of theirs: its journal entries are not for them. */
export const ownView = ["isStandIn", "accountOwnerId", "tier", "tags", "whyUs", "calendarId"] as const;

/** What may be said of a customer; what is not said stays as it is. */
export type CustomerChange = Partial<Omit<Customer, "id" | "createdAt" | "version">>;

const mostTags = 50;

export function checkTags(tags: readonly string[]): Ruling {
  if (tags.length <= mostTags) return yes;
  return invalid("too_many_tags", `A customer has at most ${mostTags} tags. Take some off first.`, "add");
}

/** The fields in which two differ. */
export function fieldsChanged<T extends object>(before: T, after: T): (keyof T)[] {
  const fields = Object.keys(after) as (keyof T)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/** A language by its BCP 47 tag in the usual spelling ("de-AT"). Refuses what is none: `unknown_language`. */
export function language(tag: string): string {
  const sentence = "There is no such language tag. Write it like en, de or pt-BR.";
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    if (canonical) return canonical;
  } catch {
    // Not well-formed: the same refusal.
  }
  throw invalid("unknown_language", sentence, "language");
}
