import type { Message } from "#app/messages/message.ts";
import type { Instant } from "#base/instant.ts";
import type { About } from "./saying.ts";

/** What a message was for in its case: what they said, a note of ours, or what it told them. */
export type CaseMessage = {
  caseId: string;
  messageId: string;
  about: About | "raised" | "reply" | "note";
  toldAt: Instant | null;
};

/** What was said in a case, as it is read. */
export type Said = Pick<
  Message,
  "id" | "direction" | "author" | "channel" | "subject" | "body" | "state" | "problem" | "quoted" | "attachments"
> & {
  about: CaseMessage["about"];
  byMemberId: string | null;
  contactId: string | null;
  queuedAt: Instant;
  toldAt: Instant | null;
};
