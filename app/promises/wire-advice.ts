import * as z from "zod/mini";
import { post } from "#base/contract.ts";
import { id, instant, instantOut, line } from "#base/fields.ts";
import { estimate, kind, newCustomer } from "./wire.ts";

const optional = z.optional;
const reading = "promises:read" as const;
const odds = z.array(z.object({ share: z.number(), due_at: instantOut }));

const adviceOut = {
  /** From twice the estimate, from how long such work really took, or between the two while that is little. */
  rule: z.enum(["none", "modest", "blended", "history"]),
  explanation: z.string(),
  /** The earliest time that is kept with those odds; none while there is not enough history. */
  odds,
};

const quotesBody = z.strictObject({
  kind,
  estimate: optional(estimate),
  owner_id: optional(id),
  customer_id: optional(id),
  wanted_by: optional(instant),
  due_at: optional(instant),
  due_ats: optional(z.array(instant).check(z.maxLength(100))),
  promise_id: optional(id.check(z.describe("An open promise that gets a new time: the odds count how long it lasts"))),
});

const note = z.object({ code: z.string(), field: z.string(), sentence: z.string() });
const warning = z.object({ code: z.string(), sentence: z.string(), at: z.nullable(instantOut) });

const part = z.object({
  is: z.enum(["customer", "owner", "kind", "due"]),
  from: z.int().check(z.describe("Where it begins in the line, counted in UTF-16 units of its NFC form")),
  to: z.int(),
});

const candidate = z.object({
  customer_id: id,
  name: z.string(),
  time_zone: z.nullable(z.string()),
  contact_id: z.nullable(id),
  contact_name: z.nullable(z.string()),
  /** Nobody else fits as well: may be taken without asking. */
  is_sure: z.boolean(),
});

/** What is asked before anything is saved. */
export const adviceContract = {
  adviseQuote: post("/quotes", {
    summary: "Advise the time to quote, with the odds of it and of any other",
    scope: reading,
    status: 200,
    body: quotesBody,
    gives: z.object({
      /** Null where nobody estimated and there is not enough history. */
      advised_due_at: z.nullable(instantOut),
      ...adviceOut,
      /** What the owner has promised already, counted up to a thousand: all that is open, and what of it is due before the advised time. */
      load: z.object({ open: z.number(), due_before: z.number() }),
      /** The odds of the `due_at` asked about; null where none was, and where there is not enough history. */
      share_at_due: z.nullable(z.number()),
      /** The odds of each of the `due_ats`, in their order; empty where there is not enough history. */
      shares: odds,
    }),
  }),
  readWords: post("/due_words", {
    summary: "Read a time said in words, before anything is saved",
    scope: reading,
    status: 200,
    body: z.strictObject({ due_words: line(1, 500) }),
    gives: z.object({
      opens_at: z.nullable(instantOut),
      due_at: instantOut,
      read: z.string(),
      /** What is to be known of that time: `closed_at_due`, with the last open time before. */
      warnings: z.array(warning),
    }),
  }),
  readLine: post("/promises/readings", {
    summary: 'Read a promise from one line of words, like "call Ana back tomorrow 3pm"; saves nothing',
    scope: "promises:write",
    status: 200,
    // Not trimmed: places are counted in the line as it was given.
    body: z.strictObject({ line: z.string().check(z.maxLength(1_000_000)), customer_id: optional(id) }),
    gives: z.object({
      text: z.string(),
      kind: z.object({ name: z.string(), is_guessed: z.boolean() }),
      owner_id: id,
      customer_words: z.nullable(z.string()),
      /** Best first; empty for a key that may not read customers. */
      candidates: z.array(candidate),
      /** To be sent with the promise if it is none of them. */
      new_customer: z.nullable(newCustomer),
      due: z.nullable(
        z.object({
          due_at: instantOut,
          opens_at: z.nullable(instantOut),
          read: z.string(),
          time_zone: z.string(),
          customer_time_zone: z.nullable(z.string()),
        }),
      ),
      parts: z.array(part),
      notes: z.array(note),
      warnings: z.array(warning),
      /** Null while there is not enough history of the kind. */
      quote: z.nullable(z.object({ advised_due_at: instantOut, ...adviceOut, share_at_due: z.nullable(z.number()) })),
    }),
  }),
};
