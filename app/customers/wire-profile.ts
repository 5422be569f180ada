import * as z from "zod/mini";
import { get, patch, post } from "#base/contract.ts";
import { id, instantOut, listOf, page, text } from "#base/fields.ts";
import { type ProfileEntry, topics } from "./profile.ts";

const profileOut = z.object({
  id,
  version: z.int(),
  customer_id: id,
  topic: z.enum(topics),
  text: z.string(),
  what_we_heard: z.nullable(z.string()),
  is_shared: z.boolean(),
  author_id: id,
  written_at: instantOut,
  withdrawn_at: z.nullable(instantOut),
});

const [reads, writes] = [{ scope: "customers:read" }, { scope: "customers:write" }] as const;

export const profileContract = {
  listProfile: get("/customers/:id/profile", {
    ...reads,
    summary: "What we understood of a customer, newest first; they may read this one day",
    query: z.strictObject({
      ...page,
      after: z.optional(id),
      topic: z.optional(z.enum(topics)),
      withdrawn: z._default(z.stringbool(), false),
    }),
    gives: listOf(profileOut),
  }),
  writeProfile: post("/customers/:id/profile", {
    ...writes,
    summary: "Writes something down, where we can in their own words (`what_we_heard`)",
    body: z.strictObject({
      topic: z.enum(topics),
      text: text(1, 4000),
      what_we_heard: z.optional(z.nullable(text(1, 4000))),
      is_shared: z._default(z.boolean(), false),
    }),
    gives: profileOut,
  }),
  shareProfile: patch("/profile/:id", {
    ...writes,
    summary: "Shows one entry to the customer, or no longer",
    body: z.strictObject({ is_shared: z.boolean() }),
    gives: profileOut,
  }),
  withdrawProfile: post("/profile/:id/withdrawals", {
    ...writes,
    summary: "Takes an entry back; it is kept and no longer listed",
    gives: profileOut,
  }),
};

export function profileForStaff(entry: ProfileEntry): z.input<typeof profileOut> {
  return {
    id: entry.id,
    version: entry.version,
    customer_id: entry.customerId,
    topic: entry.topic,
    text: entry.text,
    what_we_heard: entry.whatWeHeard,
    is_shared: entry.isShared,
    author_id: entry.authorId,
    written_at: entry.writtenAt.toString(),
    withdrawn_at: entry.withdrawnAt?.toString() ?? null,
  };
}
