import { dialled } from "#app/numbers/dialled.ts";

/** The channels that carry a message of ours by themselves. */
type Route = { channel: "email" | "sms"; address: string };

/** How somebody can be written to: their mail, their number for texts, and what they like best. */
export type Reached = { email: string | null; text: string | null; prefers: string | null };

/**
 * By which way a message goes: a text to whoever has just texted us or likes texts best, a mail else, and a text where
 * there is no mail. Null where there is no way.
 */
export function routeTo({ email, text, prefers }: Reached, usedLast: string | null = null): Route | null {
  if (text && (usedLast === "sms" || prefers === "sms" || !email)) return { channel: "sms", address: text };
  return email ? { channel: "email", address: email } : null;
}

/** The first of these numbers that can be texted from ours, as the network knows it. */
export function textable(numbers: readonly string[], ours: string | null): string | null {
  if (ours === null) return null;
  return numbers.map((number) => dialled(number, ours)).find((number) => number !== null && number !== ours) ?? null;
}
