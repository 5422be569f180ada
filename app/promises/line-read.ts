import type * as z from "zod/mini";
import type { AdvisedQuote } from "#app/quotes/quote.ts";
import type { QuickAdd } from "./quick-add.ts";
import { type Candidate, newCustomerOf } from "./quick-add-candidates.ts";
import type { Guess } from "./quick-add-pieces.ts";
import type { Warning } from "./warnings.ts";
import type { adviceContract } from "./wire-advice.ts";

/** A line as it was read, with who may be meant by it and what is to be known before it is recorded. */
export type LineRead = Meant & {
  ownerId: string;
  /** The zone in which its time was meant. */
  timeZone: string;
  customerTimeZone: string | null;
  quote: AdvisedQuote | null;
  warnings: readonly Warning[];
};

type Meant = {
  reading: QuickAdd & { customer: Guess | null };
  candidates: readonly Candidate[];
  newCustomer: ReturnType<typeof newCustomerOf>;
};

/** Who is meant: the one who is sure, else whoever the words name first, known or new. */
export function meantBy(read: QuickAdd, candidates: readonly Candidate[]): Meant {
  const customer = candidates.find(({ isSure }) => isSure)?.guess ?? read.customers[0] ?? null;
  return {
    reading: { ...read, customer, parts: partsWith(read, customer) },
    candidates,
    newCustomer: newCustomerOf(customer ?? undefined, candidates),
  };
}

/** As the door answers it, and as a browser reads it by itself while the house is away. */
export function lineForStaff({ reading, candidates, newCustomer, quote, warnings, ...line }: LineRead): LineOut {
  const { text, kind, due, notes, parts, customer } = reading;
  return {
    text,
    kind: { name: kind.name, is_guessed: kind.isGuessed },
    owner_id: line.ownerId,
    customer_words: customer?.words ?? null,
    candidates: candidates.map(({ customerId, name, timeZone, contactId, contactName, isSure }) => ({
      ...{ customer_id: customerId, name, time_zone: timeZone },
      ...{ contact_id: contactId, contact_name: contactName, is_sure: isSure },
    })),
    new_customer: newCustomer && {
      ...{ name: newCustomer.name, kind: newCustomer.kind, is_stand_in: newCustomer.isStandIn },
    },
    due: due && {
      due_at: due.dueAt.toString(),
      opens_at: due.opensAt?.toString() ?? null,
      read: due.read,
      time_zone: line.timeZone,
      customer_time_zone: line.customerTimeZone,
    },
    parts,
    notes,
    warnings: warnings.map(({ at, ...warning }) => ({ ...warning, at: at?.toString() ?? null })),
    quote: quote && {
      advised_due_at: quote.advisedDueAt.toString(),
      rule: quote.rule,
      explanation: quote.explanation,
      odds: quote.odds.map(({ share, dueAt }) => ({ share, due_at: dueAt.toString() })),
      share_at_due: quote.shares[0] ?? null,
    },
  };
}

type LineOut = z.input<(typeof adviceContract)["readLine"]["gives"]>;

function partsWith({ parts, customers }: QuickAdd, customer: Guess | null): QuickAdd["parts"] {
  if (!customer || customer === customers[0]) return parts;
  const { from, to } = customer;
  const others = parts.filter(({ is }) => is !== "customer");
  return [...others, { is: "customer" as const, from, to }].sort((a, b) => a.from - b.from);
}
