import * as z from "zod/mini";
import { get, patch, post, remove } from "#base/contract.ts";
import { id, line, listOf, text } from "#base/fields.ts";
import { placesOfReply, type Reply } from "./reply.ts";
import { languages } from "./words.ts";

const replyOut = z.object({
  id,
  is_own: z.boolean(),
  language: z.string(),
  name: z.string(),
  text: z.string(),
  version: z.int(),
});

const words = { name: line(1, 100), text: text(1, 10_000) };

export const repliesContract = {
  listReplies: get("/saved_replies", {
    summary: `What is said often, the house's and your own, by name; ${placesOfReply.map((place) => `{${place}}`).join(", ")} are filled in from a case`,
    scope: "customers:read",
    query: z.strictObject({ language: z.optional(z.enum(languages)) }),
    gives: listOf(replyOut),
  }),
  addReply: post("/saved_replies", {
    summary: "Keep a reply under a name: for the whole house (needs settings:write), or for yourself",
    scope: "customers:write",
    body: z.strictObject({ ...words, language: z.enum(languages), own: z._default(z.boolean(), false) }),
    gives: replyOut,
  }),
  editReply: patch("/saved_replies/:id", {
    summary: "Write a saved reply anew",
    scope: "customers:write",
    body: z.strictObject({ name: z.optional(words.name), text: z.optional(words.text) }),
    gives: replyOut,
  }),
  removeReply: remove("/saved_replies/:id", {
    summary: "Take a saved reply away; gives it, so that it can be kept again",
    scope: "customers:write",
    gives: replyOut,
  }),
};

export function replyForStaff({ id, memberId, language, name, text, version }: Reply): z.input<typeof replyOut> {
  return { id, is_own: memberId !== null, language, name, text, version };
}
