import type { AddressChannel, Channel } from "#app/customers/address.ts";
import type { AnswerAt, SentAt } from "#web/desk/contracts.ts";

type Contact = AnswerAt<"GET", "/contacts/:id">;
type Change = NonNullable<SentAt<"PATCH", "/contacts/:id">["body"]>;

/** The form of a contact, every field as it is typed. */
export type Typed = {
  name: string;
  channel: Channel | "";
  language: string;
  timeZone: string;
  quietFrom: string;
  quietUntil: string;
  email: string;
  phone: string;
};

const blank: Typed = {
  name: "",
  channel: "",
  language: "",
  timeZone: "",
  quietFrom: "",
  quietUntil: "",
  email: "",
  phone: "",
};

export function typedOf(contact: Contact | null): Typed {
  if (!contact) return blank;
  return {
    ...blank,
    name: contact.name,
    channel: contact.preferred_channel ?? "",
    language: contact.language ?? "",
    timeZone: contact.time_zone ?? "",
    quietFrom: contact.quiet_from ?? "",
    quietUntil: contact.quiet_until ?? "",
  };
}

/** Only what was changed goes to the house; null when nothing was. */
export function changeOf(saved: Typed, typed: Typed): Change | null {
  const differs = (name: keyof Typed) => saved[name] !== typed[name];
  const change: Change = {
    ...(differs("name") && { name: typed.name.trim() }),
    ...(differs("channel") && { preferred_channel: typed.channel || null }),
    ...(differs("language") && { language: typed.language.trim() || null }),
    ...(differs("timeZone") && { time_zone: typed.timeZone.trim() || null }),
    ...(differs("quietFrom") && { quiet_from: typed.quietFrom || null }),
    ...(differs("quietUntil") && { quiet_until: typed.quietUntil || null }),
  };
  return Object.keys(change).length > 0 ? change : null;
}

/** Somebody new there, with the addresses that were typed beside the name. */
export function bodyOfNew(typed: Typed) {
  const addresses = (["email", "phone"] as const).flatMap((channel) =>
    typed[channel].trim() ? [{ channel, address: typed[channel].trim() }] : [],
  );
  return { ...changeOf(blank, typed), name: typed.name.trim(), addresses };
}

/** What a press on an address opens: the mail program or the telephone. */
export function hrefOf(channel: AddressChannel, address: string): string | null {
  if (channel === "email") return `mailto:${encodeURIComponent(address).replace("%40", "@")}`;
  if (channel === "phone" || channel === "sms") return `${channel === "sms" ? "sms" : "tel"}:${address}`;
  return null;
}
