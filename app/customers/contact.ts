import type { Instant } from "#base/instant.ts";
import { invalid } from "#base/refusal.ts";
import type { Address, AddressChannel, Channel } from "./address.ts";
import type { Merge } from "./merge.ts";

/** A person at the customer, and how they want to be reached. */
export type Contact = {
  id: string;
  customerId: string;
  name: string;
  preferredChannel: Channel | null;
  language: string | null;
  timeZone: string | null;
  /** Quiet hours on the wall of their zone, "21:00"; null takes the workspace's. */
  quietFrom: string | null;
  quietUntil: string | null;
  createdAt: Instant;
  version: number;
};

/** A contact with all that was merged into it: the addresses of each are its own. */
export type WholeContact = Contact & { addresses: Address[]; merges: Merge[] };

/** Quiet hours have a beginning and an end, or are the workspace's. */
export function checkQuietHours({ quietFrom, quietUntil }: Pick<Contact, "quietFrom" | "quietUntil">): void {
  if ((quietFrom === null) === (quietUntil === null) && (quietFrom === null || quietFrom !== quietUntil)) return;
  const sentence =
    "Quiet hours need both a beginning and an end, and the two differ; leave out both for the usual ones.";
  throw invalid("quiet_hours_incomplete", sentence, quietFrom === null ? "quiet_from" : "quiet_until");
}

/** The contacts of a customer and its aliases, each alias folded into the one it is read as. */
export function foldContacts(
  contacts: readonly Contact[],
  addresses: readonly { contactId: string; channel: AddressChannel; address: string }[],
  merges: readonly Merge[],
): WholeContact[] {
  const next = new Map(merges.map(({ aliasId, intoId }) => [aliasId, intoId]));
  const rootOf = (id: string): string => {
    const into = next.get(id);
    return into === undefined ? id : rootOf(into);
  };
  const addressesOf = Map.groupBy(addresses, ({ contactId }) => rootOf(contactId));
  const mergesOf = Map.groupBy(merges, ({ intoId }) => rootOf(intoId));
  return contacts
    .filter(({ id }) => !next.has(id))
    .map((contact) => ({
      ...contact,
      merges: mergesOf.get(contact.id) ?? [],
      addresses: (addressesOf.get(contact.id) ?? []).map(({ channel, address }) => ({ channel, address })),
    }));
}
