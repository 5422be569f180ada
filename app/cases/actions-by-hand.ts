import { fileByHand } from "#app/arrivals/actions-by-hand.ts";
import type { WholeContact } from "#app/customers/contact.ts";
import { resolve } from "#app/customers/store-merges.ts";
import { resolvedCustomer } from "#app/customers/store-whole.ts";
import type { Message } from "#app/messages/message.ts";
import type { Instant } from "#base/instant.ts";
import { conflict, invalid } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import type { House } from "#engine/http/call.ts";
import { joinCase, raiseFrom } from "./actions-hear.ts";
import type { Case } from "./case.ts";
import { findCase } from "./store.ts";

export type Whose = { customerId: string | null; contactId: string | null; caseId: string | null };
type Acting = { workspaceId: string; memberId: string; house: House; now: Instant };

/**
 * Files a mail that was set aside with whom a member knows it to be from: in that case, else as a new one. What one of us
 * wrote stands on the customer's record alone.
 */
export async function fileArrival(
  tx: Tx,
  acting: Acting,
  id: string,
  whose: Whose,
): Promise<{ message: Message; caseId: string | null }> {
  const { workspaceId, now } = acting;
  const c = whose.caseId ? await findCase(tx, workspaceId, whose.caseId) : null;
  const message = await fileByHand(tx, acting, id, await contactOf(tx, workspaceId, whose, c));
  if (message.direction === "out") {
    if (c) throw conflict("copy_of_ours", "One of us wrote this: it is filed with the customer, in no case.");
    return { message, caseId: null };
  }
  if (!c) return { message, caseId: (await raiseFrom(tx, workspaceId, message, now)).id };
  await joinCase(tx, workspaceId, c.id, message, now);
  return { message, caseId: c.id };
}

/** Whom it is from: the contact that was named, else the one of the case, else the customer's first. */
async function contactOf(tx: Tx, workspaceId: string, whose: Whose, c: Case | null): Promise<WholeContact> {
  const customerId = whose.customerId ?? c?.customerId;
  if (!customerId) throw invalid("whose_missing", "Say whose it is: the customer, or the case.", "customer_id");
  const customer = await resolvedCustomer(tx, workspaceId, customerId);
  if (!customer) throw invalid("no_such_customer", "There is no such customer.", "customer_id");
  if (c && (await resolve(tx, workspaceId, "customer", c.customerId)) !== customer.id) {
    throw invalid("case_of_another", "That case is another customer's.", "case_id");
  }
  const named = whose.contactId ?? c?.contactId;
  const id = named ? await resolve(tx, workspaceId, "contact", named) : customer.contacts[0]?.id;
  const contact = customer.contacts.find((each) => each.id === id);
  if (contact) return contact;
  if (named) throw invalid("no_such_contact", "There is no such contact at this customer.", "contact_id");
  throw invalid("contact_missing", "Write down first, on the customer's page, whom of them it is from.", "customer_id");
}
