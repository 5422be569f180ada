import * as z from "zod/mini";
import { entryForStaff, entryOut } from "#app/customers/wire-journal.ts";
import type { KeptEntry, Texts } from "#app/journal/proof.ts";
import { get, post } from "#base/contract.ts";
import { id, instantOut, listOf, page } from "#base/fields.ts";
import { messageIn, writerOf } from "./timeline.ts";

const promise = z.object({ id, text: z.string(), kind: z.string(), state: z.string() });
/** What they raised: the line leads there. */
const raised = z.object({ id, subject: z.string() });
const message = z.object({
  id,
  direction: z.string(),
  channel: z.string(),
  state: z.string(),
  subject: z.string(),
  body: z.string(),
});

const item = z.extend(entryOut, {
  customer_id: id.check(z.describe("whose journal it stands in: the customer's, or of one merged into it")),
  by_name: z.nullable(z.string()),
  promise: z.nullable(promise),
  case: z.nullable(raised),
  message: z.nullable(message),
});

export const timelineContract = {
  readTimeline: get("/customers/:id/timeline", {
    scope: "customers:read",
    summary: "All that passed between us and a customer, newest first: promises, words, answers, merges, as journalled",
    query: z.strictObject({ ...page, after: z.optional(z.string().check(z.maxLength(4000))) }),
    gives: listOf(item),
  }),
  showPage: post("/contacts/:id/showings", {
    scope: "customers:read",
    summary: "Opens the page as this contact sees it, to look at for ten minutes: nothing on it can be answered",
    gives: z.object({ url: z.string(), until: instantOut, name: z.string() }),
    secrets: ["url"],
  }),
};

type Beside = {
  texts: Texts;
  names: ReadonlyMap<string, string>;
  promises: ReadonlyMap<string, z.input<typeof promise>>;
  cases: ReadonlyMap<string, z.input<typeof raised>>;
  messages: ReadonlyMap<string, z.input<typeof message>>;
};

export function timelineForStaff(kept: KeptEntry, beside: Beside): z.input<typeof item> {
  const { texts, names, promises, cases, messages } = beside;
  return {
    ...entryForStaff(kept, texts),
    customer_id: kept.chainId,
    by_name: names.get(writerOf(kept) ?? "") ?? null,
    promise: promises.get(kept.subjectId ?? "") ?? null,
    case: cases.get(kept.subjectId ?? "") ?? null,
    message: messages.get(messageIn(kept) ?? "") ?? null,
  };
}
