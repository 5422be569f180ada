import { createHash } from "node:crypto";
import type { Instant } from "#base/instant.ts";

/**
 * What reached us by itself, kept to the byte before anybody tries to understand it: a mail, a text, a call that nobody
 * took, what was written in a form. It is filed as a message of a customer, known as a repeat, or set aside with the reason for a person to see; it is
 * never dropped.
 */
export type Arrival = {
  id: string;
  via: Way;
  mailboxId: string | null;
  numberId: string | null;
  formId: string | null;
  /** What a text, a call or a showing of a form is known by where it came from. */
  sid: string | null;
  arrivedAt: Instant;
  /** Whom the relay says it was for, where it does. */
  recipients: string[];
  bytes: number;
  /** Null once it was kept long enough. */
  raw: Buffer | null;
  state: "new" | "filed" | "repeated" | "set_aside";
  why: Why | null;
  fromAddress: string | null;
  subject: string | null;
  troubles: string[];
  /** The message that it was filed as, or that it reported of. */
  messageId: string | null;
  /** Whose blind copy it is. */
  memberId: string | null;
  settledAt: Instant | null;
  version: number;
};

export const ways = ["mail", "text", "call", "form"] as const;
export type Way = (typeof ways)[number];

/** Why a person should look at it. */
export const whys = [
  "unreadable",
  "no_sender",
  "own_mail",
  "from_member",
  "machine",
  "too_many",
  "unknown_report",
  "not_their_address",
  "nobody_to_file_with",
  "no_number",
  "stopped",
  "looks_like_spam",
] as const;
export type Why = (typeof whys)[number];

/** So many mails of one address are filed in a day; more than that is a machine that answers machines. */
export const mostOfAnAddressADay = 100;

/**
 * By what a mail is known again when it comes a second time: its id together with what it says. The id alone would let
 * whoever repeats one make us swallow another mail. Null where it has none: then nothing tells a repeat from a new one.
 */
export function identityOf(mail: {
  messageId: string | null;
  from: { address: string } | null;
  subject: string;
  words: string;
  quoted: string;
}): Buffer | null {
  if (mail.messageId === null) return null;
  const said = [mail.messageId, mail.from?.address ?? "", mail.subject, mail.words, mail.quoted];
  return createHash("sha256").update(JSON.stringify(said)).digest();
}

/** The ids of ours among those that a mail says it answers: our own Message-IDs begin with the message's. */
export function ownIdOf(header: string): string | null {
  const [left = ""] = header.split("@");
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(left) ? left : null;
}

/** The address without what stands behind its plus. */
export function withoutPlus(address: string): string {
  return address.replace(/\+[^@]*@/, "@");
}
