import * as z from "zod/mini";
import { get, post } from "#base/contract.ts";

const erased = z.object({
  customers: z.int(),
  contacts: z.int(),
  promises: z.int(),
  messages: z.int(),
  journal_texts: z.int(),
});

export const exportsContract = {
  exportCustomer: get("/customers/:id/export", {
    summary: "What a customer may have of all that is kept about them: JSON Lines, one thing a line (docs/export.md)",
    scope: "customers:read",
    gives: z.string(),
    media: "application/jsonl",
  }),
  eraseCustomer: post("/customers/:id/erasures", {
    summary: "Forgets a customer with all their contacts and words, for good; the record and the proof stay",
    scope: "settings:write",
    gives: erased,
  }),
  eraseContact: post("/contacts/:id/erasures", {
    summary: "Forgets one contact, for good; the customer too, where they are the only person there",
    scope: "settings:write",
    gives: erased,
  }),
};
