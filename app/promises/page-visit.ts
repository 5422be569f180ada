import { type Policy, type PolicyOverride, policyOf } from "#app/workspaces/policy.ts";
import type { Calendar } from "#base/calendar.ts";
import type { Instant } from "#base/instant.ts";

/** Somebody opened their page: by which link, who they are, and the house they came to. */
export type Visit = {
  workspaceId: string;
  link: { id: string; expiresAt: Instant; revokedAt: Instant | null };
  house: { name: string; language: string; hours: Calendar; timeZone: string; emergencyRoute: string | null };
  contact: {
    id: string;
    name: string;
    preferredChannel: string | null;
    language: string | null;
    timeZone: string | null;
  };
  customer: { id: string; language: string | null; timeZone: string | null };
  /** The contact and the customer with all that was merged into them. */
  contactIds: readonly string[];
  customerIds: readonly string[];
  /** Where the customer's journal ends. */
  head: { seq: number; hash: Buffer };
  overrides: readonly PolicyOverride[];
};

/** The zone in which they read times: their own, their customer's, else the house's. */
export function zoneOf({ contact, customer, house }: Visit): string {
  return contact.timeZone ?? customer.timeZone ?? house.timeZone;
}

/** What they read, the best first: as we know it, as their browser says, as the house speaks. */
export function languagesOf({ contact, customer, house }: Visit, accepted: readonly string[]): string[] {
  const known = contact.language ?? customer.language;
  return known ? [known, house.language] : [...accepted, house.language];
}

/** The policy for a promise of this kind to this customer. */
export function policyOfKind({ overrides }: Visit, kind: string): Policy {
  return policyOf(overrides.filter(({ scope, name }) => scope !== "kind" || name === kind));
}
