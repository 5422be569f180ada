import { invalid } from "#base/refusal.ts";

/** How words go between us and a customer. */
export const channels = ["email", "phone", "sms", "form", "portal", "chat", "in_person", "social", "letter"] as const;
export type Channel = (typeof channels)[number];

/** The channels on which a contact has an address of their own. */
export const addressChannels = ["email", "phone", "sms", "social", "letter"] as const;
export type AddressChannel = (typeof addressChannels)[number];

export type Address = { channel: AddressChannel; address: string };

/**
 * An address in its normal form, under which it is unique in a workspace: mail in small letters with its domain in
 * ASCII, numbers as digits after a +. Refuses what cannot be one: `bad_email`, `bad_number`, `bad_address`.
 */
export function normalAddress({ channel, address }: Address, field = "address"): Address {
  if (channel === "email") return { channel, address: normalEmail(address, field) };
  if (channel === "phone" || channel === "sms") return { channel, address: normalNumber(address, field) };
  return { channel, address: normalText(address, field) };
}

/** Channels that one address serves: who answers a number also reads what is sent to it. */
export function channelsWith(channel: AddressChannel): AddressChannel[] {
  return channel === "phone" || channel === "sms" ? ["phone", "sms"] : [channel];
}

function normalEmail(text: string, field: string): string {
  const [local = "", domain = "", ...more] = text.trim().normalize("NFC").toLowerCase().split("@");
  const ascii = asciiDomain(domain);
  const email = `${local}@${ascii}`;
  const isOne = more.length === 0 && /^[^\s\p{Cc}"(),:;<>[\\\]]{1,64}$/u.test(local) && ascii !== null;
  if (isOne && email.length <= 254) return email;
  throw invalid("bad_email", "This is not a mail address: write it like ana@example.com.", field);
}

/** The domain as mail servers name it (xn--… for what is not ASCII), null when it cannot be one. */
function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{N}\p{M}.-]+$/u.test(domain)) return null;
  // The parser would read a domain that ends in a number as an IPv4 address.
  if (!URL.canParse(`http://${domain}`) || /(?:^|\.)\d+$/.test(domain)) return null;
  const { hostname } = new URL(`http://${domain}`);
  return /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/.test(hostname)
    ? hostname
    : null;
}

/** "+49 (0) 151 / 234-567" is +49151234567. Without a country's prefix the number stays as people here dial it. */
function normalNumber(text: string, field: string): string {
  const plain = text
    .trim()
    .normalize("NFKC")
    .replace(/^00/, "+")
    .replace(/^(\+.*)\(0\)/, "$1");
  const number = plain.replace(/[\s().\p{Pd}/]/gu, "");
  if (/^\+?\d{4,17}$/.test(number)) return number;
  throw invalid("bad_number", "This is not a phone number: write it with its country, like +49 151 2345678.", field);
}

function normalText(text: string, field: string): string {
  const plain = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (plain.length > 0 && plain.length <= 500 && !/\p{Cc}/u.test(plain)) return plain;
  throw invalid("bad_address", "An address has from 1 to 500 characters, none of them a control character.", field);
}
