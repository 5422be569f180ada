import type { Instant } from "#base/instant.ts";
import type { House } from "#engine/http/call.ts";
import type { ReadMail } from "#engine/mail/read.ts";
import type { Arrival } from "./arrival.ts";

/** A mail that is being filed: what it says, by which ways it came, and when. */
export type Filing = {
  workspaceId: string;
  arrival: Arrival;
  mail: ReadMail;
  /** Its sender's address in its normal form. */
  from: string | null;
  /** Everybody it was sent to, those that the relay names among them. */
  recipients: string[];
  /** The addresses of our own mailboxes. */
  own: string[];
  house: House;
  now: Instant;
};

/** What was filed, or why not. */
export type Filed =
  | { messageId: string; memberId?: string; settledAt?: Instant | null }
  | { why: NonNullable<Arrival["why"]>; memberId?: string };
