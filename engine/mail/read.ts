import type { Instant } from "#base/instant.ts";
import type { Automatic } from "./automatic.ts";
import type { Bounce } from "./bounce.ts";

/** A mail as it was understood. What could not be is null or empty, and `troubles` says why. */
export type ReadMail = {
  messageId: string | null;
  /** The mails that it says it answers, nearest first: In-Reply-To, then References from their end. */
  answers: string[];
  from: Person | null;
  /** Where an answer is wanted. */
  replyTo: Person | null;
  /** Every address that it names as having been sent to, those that the mail server wrote down among them. */
  recipients: string[];
  subject: string;
  /** When its writer's clock says it was sent: nothing that counts rests on it. */
  saidAt: Instant | null;
  /** What its writer wrote, and below it what they quoted or signed with. */
  words: string;
  quoted: string;
  attachments: AttachmentLine[];
  automatic: Automatic | null;
  bounce: Bounce | null;
  troubles: Trouble[];
};

export type Person = { name: string; address: string };
export type AttachmentLine = { name: string; type: string; bytes: number; content: Uint8Array };

/** What of a mail could not be read: all of it, its later parts, its sender, or its words. */
export type Trouble = "unreadable" | "too_many_parts" | "too_long" | "no_sender" | "no_words";
