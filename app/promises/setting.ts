import type { Policy } from "#app/workspaces/policy.ts";
import type { Calendar } from "#base/calendar.ts";
import { invalid, type Ruling, yes } from "#base/refusal.ts";

/** What stands around a promise: the house and its hours, the owner's, the policy that applies, and to whom it is given. */
export type Setting = {
  houseName: string;
  houseLanguage: string;
  houseHours: Calendar;
  /** The owner's own hours, else their team's, else the house's. */
  hours: Calendar;
  policy: Policy;
  owner: { id: string; name: string; hasLeft: boolean } | null;
  speaker: { timeZone: string; language: string };
  customer: {
    id: string;
    name: string;
    timeZone: string | null;
    mergedIntoId: string | null;
    contactIds: string[];
  } | null;
  contact: { id: string; name: string; customerId: string } | null;
};

/** Is everybody there whom a new promise names, and do they belong together? */
export function checkPeople(s: Setting, given: { customerId: string | null; contactId: string | null }): Ruling {
  if (given.customerId && !s.customer) {
    return invalid("no_such_customer", "There is no such customer.", "customer_id");
  }
  if (s.customer?.mergedIntoId) {
    return invalid("customer_merged", "This customer was merged into another; use that one.", "customer_id", {
      customer_id: s.customer.mergedIntoId,
    });
  }
  if (given.contactId && s.contact?.customerId !== given.customerId) {
    return invalid("no_such_contact", "There is no such contact at this customer.", "contact_id");
  }
  if (!s.owner || s.owner.hasLeft)
    return invalid("no_such_member", "There is no such member who could own it.", "owner_id");
  return yes;
}
