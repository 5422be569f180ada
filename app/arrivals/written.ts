import { createHash } from "node:crypto";
import { normalAddress } from "#app/customers/address.ts";
import { Refusal } from "#base/refusal.ts";

/** What somebody typed into a form. Nobody is asked for more than how to reach them. */
export type Written = { name: string; email: string; phone: string; about: string; words: string };

export type Trouble = "missing" | "tooLong" | "badEmail" | "badPhone" | "noWay";

export type Troubles = Partial<Record<keyof Written, Trouble>>;

/** So many characters fit into each. */
export const mostIn = { name: 200, email: 254, phone: 40, about: 200, words: 4000 } as const;
const must = ["name", "words"] as const;

/** What is wrong with it, field by field; null where it can be sent. */
export function troublesIn(written: Written): Troubles | null {
  const found: Troubles = {};
  for (const name of must) if (written[name] === "") found[name] = "missing";
  if (written.email === "" && written.phone === "") found.email = "noWay";
  if (written.email !== "" && addressIn("email", written.email) === null) found.email = "badEmail";
  if (written.phone !== "" && addressIn("phone", written.phone) === null) found.phone = "badPhone";
  for (const name of Object.keys(mostIn) as (keyof Written)[]) {
    if (written[name].length > mostIn[name]) found[name] = "tooLong";
  }
  return Object.keys(found).length > 0 ? found : null;
}

/** The address in its normal form, null where it is none. */
export function addressIn(channel: "email" | "phone", address: string): string | null {
  try {
    return normalAddress({ channel, address }).address;
  } catch (problem) {
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}

const mostLinks = 3;

/** A field that nobody sees is filled in, or there are more links than a person writes: a person looks at it first. */
export function looksLikeSpam({ about, words }: Written, trap: string): boolean {
  const links = `${about} ${words}`.match(/(?:https?:\/\/|www\.)\S/gi) ?? [];
  return trap !== "" || links.length > mostLinks;
}

/** As it is kept; `trap` is the field that nobody sees. */
export type Kept = Written & { trap: string; language: string };

export function writtenIn(raw: Buffer): Kept {
  return JSON.parse(raw.toString("utf8")) as Kept;
}

/** The same words from the same showing of a form are one message, however often they are sent. */
export function sidOf(key: string, written: Written): string {
  return createHash("sha256")
    .update(JSON.stringify([key, written]))
    .digest("base64url");
}
