import * as z from "zod/mini";
import { attachmentLine } from "#app/messages/wire.ts";
import { durationOut, id, instantOut } from "#base/fields.ts";
import { kinds, states, stepNames } from "./case.ts";
import { expectations } from "./pulse.ts";

const orNone = <T extends z.core.$ZodType>(schema: T) => z.nullable(schema);
const step = z.object({ name: z.enum(stepNames), at: orNone(instantOut), by: orNone(z.string()) });

/** A case as staff read it. */
export const caseForStaff = z.object({
  id,
  version: z.number(),
  kind: z.enum(kinds),
  subject: z.string(),
  words: z.string(),
  state: z.enum(states),
  customer_id: id,
  contact_id: orNone(id),
  channel: z.string(),
  team_id: orNone(id),
  owner_id: orNone(id),
  handler_id: orNone(id),
  next_owner_id: orNone(id),
  raised_at: instantOut,
  recorded_at: instantOut,
  recorded_by_id: orNone(id),
  /** The eight, in their order; who is the id of a member or a contact, or "machine". */
  steps: z.array(step),
  done_at: orNone(instantOut),
  done_by_id: orNone(id),
  did: orNone(z.string()),
  told_at: orNone(instantOut),
  settled_at: orNone(instantOut),
  acknowledged_at: orNone(instantOut),
  first_word_at: orNone(instantOut),
  last_word_at: orNone(instantOut),
  chase_count: z.number(),
  spoke_first_count: z.number(),
  spoke_after_count: z.number(),
  status_due_at: orNone(instantOut),
  status_count: z.number(),
  status_missed_count: z.number(),
  status_by_machine_count: z.number(),
  waiting_reason: orNone(z.string()),
  waiting_since_at: orNone(instantOut),
  waited_for: durationOut,
  asked_at: orNone(instantOut),
  ask_count: z.number(),
  ask_at: orNone(instantOut),
  disputed_at: orNone(instantOut),
  reopened_at: orNone(instantOut),
  reopened_count: z.number(),
  escalated_at: orNone(instantOut),
  escalated_to_id: orNone(id),
  escalated_by: orNone(z.enum(["customer", "member", "ring"])),
  cause_id: orNone(id),
  snoozed_until: orNone(instantOut),
  next_ring_at: orNone(instantOut),
});

/** A note in which a member is named and that they have not seen. */
export const mentionOut = z.object({
  id,
  case_id: id,
  subject: z.string(),
  customer: z.object({ id, name: z.string() }),
  words: z.string(),
  at: instantOut,
});

/** As it stands in a list: with whose it is, as they are read now. */
export const listedCase = z.extend(caseForStaff, { customer: z.object({ id, name: z.string() }) });

/** With all that was answered, and what is still missing to reach them. */
export const wholeCase = z.extend(caseForStaff, {
  missing: z.array(z.enum(["contact", "address", "preferred_channel"])),
  /** The channel by which a message to them would go; null where they can only be called or met. */
  written_by: orNone(z.enum(["email", "sms"])),
  answers: z.array(
    z.object({
      answer: z.enum(["satisfied", "not_satisfied"]),
      words: orNone(z.string()),
      by_contact_id: orNone(id),
      by_member_id: orNone(id),
      at: instantOut,
    }),
  ),
  /** How it was beside what they expected, and five feelings from 1, very bad, to 5. */
  pulses: z.array(
    z.object({
      expected: z.enum(expectations),
      feeling: orNone(z.number()),
      words: orNone(z.string()),
      contact_id: id,
      at: instantOut,
    }),
  ),
});

export const saidForStaff = z.object({
  id,
  about: z.string(),
  direction: z.enum(["out", "in", "note"]),
  author: z.enum(["human", "automatic"]),
  channel: z.string(),
  subject: z.string(),
  body: z.string(),
  state: z.string(),
  /** Why it did not arrive, where it did not. */
  problem: orNone(z.string()),
  /** What stood below their words: what they quoted, or signed with. */
  quoted: orNone(z.string()),
  attachments: z.array(attachmentLine),
  by_member_id: orNone(id),
  contact_id: orNone(id),
  at: instantOut,
  told_at: orNone(instantOut),
});
