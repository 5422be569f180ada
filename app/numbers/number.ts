import type { Instant } from "#base/instant.ts";
import { invalid } from "#base/refusal.ts";

/** The number that customers text and call, carried by an account at Twilio or at whoever speaks as it does. */
export type OurNumber = {
  id: string;
  number: string;
  accountSid: string;
  /** What signs each call to us and lets us in there, under the house's key. */
  tokenSealed: Buffer;
  /** Where texts are handed over, where that is not Twilio itself. */
  serverUrl: string | null;
  /** When something came in last. */
  heardAt: Instant | null;
  madeAt: Instant;
  removedAt: Instant | null;
  version: number;
};

/** The number with its country: +49301234567. Refuses `bad_own_number`. */
export function checkNumber(text: string): string {
  const number = text
    .trim()
    .replace(/^00/, "+")
    .replace(/[\s().\p{Pd}/]/gu, "");
  if (/^\+[1-9]\d{6,14}$/.test(number)) return number;
  throw invalid("bad_own_number", "Write the number with its country, like +49 30 1234567.", "number");
}

/** Refuses `bad_account_sid`. */
export function checkAccountSid(text: string): string {
  const sid = text.trim();
  if (/^AC[0-9a-f]{32}$/.test(sid)) return sid;
  const sentence = "An account SID is AC and 32 letters and digits: it stands on the first page of Twilio's console.";
  throw invalid("bad_account_sid", sentence, "account_sid");
}

/** An address of a service that speaks as Twilio does, with nothing hidden in it. Refuses `bad_server_url`. */
export function checkServerUrl(text: string): string {
  const url = URL.parse(text.trim());
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash;
  if (isPlain && /^https?:$/.test(url.protocol) && url.href.length <= 500) return url.href.replace(/\/+$/, "");
  throw invalid("bad_server_url", "Write the address alone, like https://texts.example.com.", "server_url");
}
