import { createHmac, timingSafeEqual } from "node:crypto";
import { Instant, secondsBetween } from "#base/instant.ts";

/** When a form was shown, and which showing it was, as its hidden field carries them: nobody can make one up. */
export type Stamp = { shownAt: Instant; key: string };

// A person reads before they write; a page that lay open since yesterday is shown anew.
const soonestSeconds = 2;
const latestSeconds = 24 * 3600;

export function writeStamp(stamp: Stamp, secret: string, formId: string): string {
  const said = `${stamp.shownAt.epochMilliseconds.toString(36)}.${stamp.key}`;
  return `${said}.${proofOf(said, secret, formId)}`;
}

/** What it says, null where we did not write it, or not for this form. */
export function readStamp(text: string, secret: string, formId: string): Stamp | null {
  const [, at = "", key = "", proof = ""] = /^([0-9a-z]{6,10})\.([\w-]{16})\.([\w-]{43})$/.exec(text) ?? [];
  const expected = Buffer.from(proofOf(`${at}.${key}`, secret, formId));
  const isOurs = proof.length === expected.length && timingSafeEqual(Buffer.from(proof), expected);
  return isOurs ? { shownAt: new Instant(Number.parseInt(at, 36)), key } : null;
}

/** Was it filled in as a person does? `quick` is asked to look it over, `old` to send it from the page as it is now. */
export function paceOf(stamp: Stamp | null, now: Instant): "quick" | "old" | "well" {
  if (!stamp) return "old";
  const seconds = secondsBetween(stamp.shownAt, now);
  if (seconds < soonestSeconds) return "quick";
  return seconds > latestSeconds ? "old" : "well";
}

function proofOf(said: string, secret: string, formId: string): string {
  return createHmac("sha256", secret).update(`form ${formId} ${said}`).digest("base64url");
}
