import * as z from "zod/mini";
import { states } from "#app/promises/promise.ts";
import { get } from "#base/contract.ts";
import { id, instantOut } from "#base/fields.ts";
import {
  type Act,
  acts,
  actsFor,
  type Counts,
  type FailedMessage,
  type GroupKey,
  groupKeys,
  type Owed,
} from "./today.ts";

/** A line on Today; what is null is left out, since the whole page must fit into 20 kB. */
const item = z.object({
  promise: z.optional(
    z.object({
      id,
      version: z.number(),
      state: z.enum(states),
      kind: z.string(),
      text: z.string().check(z.describe("shortened; GET /promises/{id} has it whole")),
      due_at: instantOut,
      first_due_at: z.optional(instantOut),
      opens_at: z.optional(instantOut),
      owner_id: z.optional(id),
      held_up_at: z.optional(instantOut),
    }),
  ),
  message: z.optional(
    z.object({
      id,
      version: z.number(),
      state: z.string(),
      subject: z.string(),
      problem: z.nullable(z.string()),
      queued_at: instantOut,
    }),
  ),
  customer: z.optional(z.object({ id, name: z.string() })),
  contact: z.optional(z.object({ id, name: z.string() })),
  ring: z.optional(z.object({ stage: z.string(), rang_at: instantOut })),
  acts: z.array(z.enum(acts)),
});
export type Item = z.input<typeof item>;

const count = z.int();

export const todayContract = {
  getToday: get("/today", {
    summary: "What a member owes, or a team, the 50 most urgent in groups; counts go up to 200 a member",
    scope: "promises:read",
    query: z.strictObject({ member_id: z.optional(id), team_id: z.optional(id) }),
    gives: z.object({
      now: instantOut,
      member_id: z.optional(id),
      team_id: z.optional(id),
      groups: z.array(z.object({ key: z.enum(groupKeys), items: z.array(item) })),
      counts: z.object({ late: count, to_tell: count, due_today: count, unanswered_rings: count }),
      waiting_messages: count,
    }),
  }),
};

const longestLine = 90;

export function owedForStaff(owed: Owed, group: GroupKey, memberIds: readonly string[]): Item {
  const { promise: p, customer, contact, ring } = owed;
  const [only] = memberIds;
  const isPlainlyTheirs = memberIds.length === 1 && p.ownerId === only;
  const isMoved = p.firstDueAt.epochMilliseconds !== p.dueAt.epochMilliseconds;
  return {
    promise: {
      id: p.id,
      version: p.version,
      state: p.state,
      kind: p.kind,
      text: shortened(p.rest ?? p.text),
      due_at: p.dueAt.toString(),
      ...(isMoved && { first_due_at: p.firstDueAt.toString() }),
      ...(p.opensAt && { opens_at: p.opensAt.toString() }),
      ...(!isPlainlyTheirs && { owner_id: p.ownerId }),
      ...(p.heldUpAt && { held_up_at: p.heldUpAt.toString() }),
    },
    ...(customer && { customer: { id: customer.id, name: shortened(customer.name) } }),
    ...(contact && contact.name !== customer?.name && { contact: { id: contact.id, name: shortened(contact.name) } }),
    ...(ring && { ring: { stage: ring.stage, rang_at: ring.rangAt.toString() } }),
    acts: actsFor(owed, group),
  };
}

const actsOnFailure: Act[] = ["retry", "settle"];

/** A message of theirs that did not arrive: somebody is waiting for a word that they believe was said. */
export function failedForStaff(m: FailedMessage): Item {
  return {
    message: {
      id: m.id,
      version: m.version,
      state: m.state,
      subject: shortened(m.subject),
      problem: m.problem && shortened(m.problem),
      queued_at: m.queuedAt.toString(),
    },
    ...(m.customerId && m.customerName && { customer: { id: m.customerId, name: shortened(m.customerName) } }),
    acts: actsOnFailure,
  };
}

export function countsForStaff(c: Counts) {
  const counts = { late: c.late, to_tell: c.toTell, due_today: c.dueToday, unanswered_rings: c.unansweredRings };
  return { counts, waiting_messages: c.waitingMessages };
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > longestLine ? `${characters.slice(0, longestLine - 1).join("")}…` : text;
}
