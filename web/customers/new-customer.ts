import type { CustomerKind } from "#app/customers/customer.ts";

/** The form of somebody new, as it is typed. */
export type NewTyped = {
  name: string;
  kind: CustomerKind;
  isStandIn: boolean;
  contact: string;
  email: string;
  phone: string;
};

/** What the house is asked to write down. Who has an address, has a contact: a person is their own. */
export function bodyOfNew({ name, kind, isStandIn, contact, email, phone }: NewTyped) {
  const addresses = [
    ...(email.trim() ? [{ channel: "email" as const, address: email.trim() }] : []),
    ...(phone.trim() ? [{ channel: "phone" as const, address: phone.trim() }] : []),
  ];
  const own = name.trim();
  const spokenWith = (kind === "organisation" && contact.trim()) || own;
  const hasContact = addresses.length > 0 || spokenWith !== own;
  return {
    name: own,
    kind,
    ...(isStandIn && { is_stand_in: true }),
    ...(hasContact && { contacts: [{ name: spokenWith, addresses }] }),
  };
}
