import { createHmac, timingSafeEqual } from "node:crypto";
import { Instant, secondsBetween } from "#base/instant.ts";

/** What a relay sends beside a mail (Standard Webhooks): who it is for, when, and that it knows the key. */
export type Signature = { id: string; timestamp: string; signatures: string };

// Long enough for clocks that differ, too short for whoever listened.
const tolerance = 300;

/** Was this body signed with the key, just now? Compared in constant time. */
export function isSigned({ id, timestamp, signatures }: Signature, body: Buffer, key: string, now: Instant): boolean {
  if (!isFresh(timestamp, now)) return false;
  const expected = createHmac("sha256", Buffer.from(key, "base64url"))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest();
  return signatures.split(" ").some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ""), "base64");
    return one.startsWith("v1,") && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

export function isFresh(timestamp: string, now: Instant): boolean {
  if (!/^\d{9,11}$/.test(timestamp)) return false;
  const at = new Instant(Number(timestamp) * 1000);
  return Math.abs(secondsBetween(at, now)) <= tolerance;
}

/** A mail and whom the relay took it for, however it is brought: as it is, or wrapped in JSON. Null where there is none. */
export function mailIn(body: Buffer, isJson: boolean, envelope: string): { raw: Buffer; recipients: string[] } | null {
  if (!isJson) return { raw: body, recipients: addresses(envelope.split(",")) };
  const said = parsed(body);
  const base64 = textOf(said, ["message_base64", "raw_base64"]);
  const plain = textOf(said, ["message", "raw", "RawEmail", "body-mime", "email"]);
  const raw = base64 === null ? (plain === null ? null : Buffer.from(plain, "utf8")) : Buffer.from(base64, "base64");
  if (raw === null || raw.length === 0) return null;
  const to = ["recipients", "recipient", "to", "OriginalRecipient"].flatMap((name) => said[name] ?? []);
  return { raw, recipients: addresses(to.flatMap((one) => (typeof one === "string" ? one.split(",") : []))) };
}

function parsed(body: Buffer): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(body.toString("utf8"));
    return typeof said === "object" && said !== null ? { ...said } : {};
  } catch {
    return {};
  }
}

function textOf(said: Record<string, unknown>, names: string[]): string | null {
  const found = names.map((name) => said[name]).find((value) => typeof value === "string");
  return typeof found === "string" ? found : null;
}

function addresses(all: readonly string[]): string[] {
  const found = all.flatMap((one) => /[^\s<>,;"]{1,64}@[^\s<>,;"]{1,190}/.exec(one)?.[0].toLowerCase() ?? []);
  return [...new Set(found)].slice(0, 200);
}
