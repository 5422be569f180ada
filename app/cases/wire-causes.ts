import * as z from "zod/mini";
import { message } from "#app/promises/wire.ts";
import { get, post } from "#base/contract.ts";
import { id, instantOut, listOf } from "#base/fields.ts";

const orNone = <T extends z.core.$ZodType>(schema: T) => z.nullable(schema);
const reading = "customers:read" as const;
const writing = "customers:write" as const;

const cause = z.object({
  id,
  version: z.number(),
  text: z.string(),
  made_at: instantOut,
  made_by_id: id,
  ended_at: orNone(instantOut),
  ended_by_id: orNone(id),
  case_count: z.number(),
  open_count: z.number(),
  last_word_at: orNone(instantOut),
});

/** With what was told to all whom it concerns, the latest first. */
const wholeCause = z.extend(cause, {
  words: z.array(
    z.object({
      id,
      body: z.string(),
      case_count: z.number(),
      to_call: z.array(id).check(z.describe("cases in which nobody could be written to")),
      at: instantOut,
      by_member_id: id,
    }),
  ),
});

/** What several cases have in common. Which cases have it: `GET /cases?cause_id=`. */
export const causesContract = {
  listCauses: get("/causes", {
    summary: "Causes that several cases share: those that go on, the newest first, or those that are over",
    scope: reading,
    query: z.strictObject({ over: z.optional(z.enum(["true"])) }),
    gives: listOf(cause),
  }),
  getCause: get("/causes/:id", {
    summary: "A cause with what was told to all whom it concerns",
    scope: reading,
    gives: wholeCause,
  }),
  tellCause: post("/causes/:id/statuses", {
    summary: "One message of a person to the customers of all open cases with this cause, counted in each",
    scope: writing,
    body: z.strictObject({ message }),
    gives: z.object({ cases: z.number(), to_call: z.array(id).check(z.describe("cases nobody can be written to in")) }),
  }),
  endCause: post("/causes/:id/ends", {
    summary: "It is over: no other case is given it, and each goes its own way",
    scope: writing,
    gives: wholeCause,
  }),
  resumeCause: post("/causes/:id/resumptions", {
    summary: "It is not over after all",
    scope: writing,
    gives: wholeCause,
  }),
};

export type CauseOut = z.input<typeof cause>;
export type WholeCauseOut = z.input<typeof wholeCause>;
