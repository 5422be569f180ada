import * as z from "zod/mini";
import { customerKinds } from "#app/customers/customer.ts";
import { get, post } from "#base/contract.ts";
import { duration, id, instant, instantOut, line, listOf, page, text } from "#base/fields.ts";
import { promiseForStaff, storyForStaff } from "./answers.ts";
import { states } from "./promise.ts";
import { loggedChannels } from "./telling.ts";

const optional = z.optional;

/** How the customer is told: write to them here, or log the call that was held. */
export const message = z.strictObject({ body: text(1, 20_000), subject: optional(line(1, 200)) });
const told = z.strictObject({
  channel: z.enum(loggedChannels),
  at: optional(instant.check(z.describe("when it was held; just now where nothing is said"))),
  note: optional(text(1, 4000)),
  reached: optional(z.boolean()),
  left_message: optional(z.boolean()),
});
export const telling = { message: optional(message), told: optional(told) };

export const kind = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/));
export const estimate = z.union([duration, z.strictObject({ duration, in: optional(z.enum(["working", "clock"])) })]);
export const when = { due_at: optional(instant), due_words: optional(line(1, 500)) };

/** Somebody who is written down together with what they are promised. */
export const newCustomer = z.strictObject({
  name: line(1, 200),
  kind: z.enum(customerKinds),
  is_stand_in: optional(z.boolean()),
  unless_known: optional(z.boolean().check(z.describe("whoever is surely called so already is meant"))),
});

const newPromise = z.strictObject({
  customer_id: optional(id),
  new_customer: optional(newCustomer),
  to_member_id: optional(id),
  contact_id: optional(id),
  text: text(1, 2000),
  kind,
  ...when,
  opens_at: optional(instant),
  estimate: optional(estimate),
  wanted_by: optional(instant),
  owner_id: optional(id),
  handler_id: optional(id),
  cover_id: optional(id),
  made_at: optional(instant),
  made_via: optional(line(1, 40)),
  visible: optional(z.boolean()),
  shared: optional(z.boolean()),
  waits_for_id: optional(id),
  short_quote_reason: optional(line(1, 500)),
  on_the_spot: optional(
    z.boolean().check(z.describe("put right already: promised and kept in one stroke, in no rate")),
  ),
});

const reading = "promises:read" as const;
const writing = "promises:write" as const;
const act = <P extends string, B extends z.core.$ZodType>(path: P, summary: string, body: B) =>
  post(path, { summary, scope: writing, body, gives: promiseForStaff });

const list = z.strictObject({
  ...page,
  customer_id: optional(id),
  contact_id: optional(id),
  owner_id: optional(id),
  group_id: optional(id),
  case_id: optional(id),
  state: optional(z.enum(states)),
  order: z._default(z.enum(["newest", "urgent"]), "newest"),
});

/** Every endpoint of promises. A change of state is a noun that is posted. */
export const promisesContract = {
  makePromise: act("/promises", "Record a promise", newPromise),
  listPromises: get("/promises", {
    summary: "Promises, newest recorded first, or the open ones with the most urgent first",
    scope: reading,
    query: list,
    gives: listOf(promiseForStaff),
  }),
  getPromise: get("/promises/:id", { summary: "A promise with its whole story", scope: reading, gives: storyForStaff }),
  movePromise: act(
    "/promises/:id/moves",
    "Give it a new due time; it stands once the customer was told",
    z.strictObject({ ...when, opens_at: optional(instant), reason: line(1, 500), ...telling }),
  ),
  updateCustomer: act(
    "/promises/:id/updates",
    "A word to the customer on how it stands",
    z.strictObject({ ...telling, next_word_at: optional(instant) }),
  ),
  keepPromise: act(
    "/promises/:id/keeps",
    "It was done",
    z.strictObject({
      ...telling,
      arrived_at: optional(z.union([instant, z.literal("now")]).check(z.describe("now: just now, by our clock"))),
      more: optional(line(1, 500)),
    }),
  ),
  answerRing: act(
    "/promises/:id/ring_answers",
    "Still on time: silences this ring and tells nobody",
    z.optional(z.strictObject({ answer: optional(z.enum(["on_track"])), note: optional(line(1, 500)) })),
  ),
  releasePromise: act(
    "/promises/:id/releases",
    "The customer no longer needs it",
    z.strictObject({ reason: line(1, 500), ...telling }),
  ),
  failPromise: act(
    "/promises/:id/failures",
    "We will not do it; the customer is told",
    z.strictObject({ reason: line(1, 500), ...telling }),
  ),
  declineRequest: act(
    "/declines",
    "Say no to a request, with a reason: a valid answer, in no rate",
    z.strictObject({
      customer_id: id,
      contact_id: optional(id),
      text: text(1, 2000),
      kind,
      reason: line(1, 500),
      wanted_by: optional(instant),
      ...telling,
    }),
  ),
  recordVerdict: act(
    "/promises/:id/verdicts",
    "The customer's answer, with their words",
    z.strictObject({
      answer: z.enum(["yes", "not_yet"]),
      outcome: optional(z.enum(["not_kept", "open_again"])),
      words: optional(text(1, 4000)),
    }),
  ),
  correctPromise: act(
    "/promises/:id/corrections",
    "Put right what was written down wrongly; the customer sees it",
    z.strictObject({
      text: optional(text(1, 2000)),
      kind: optional(kind),
      void: optional(z.boolean()),
      reason: line(1, 500),
    }),
  ),
  voidPromise: act(
    "/promises/:id/voids",
    "Undo a mistake in recording while nobody was told or saw it",
    z.strictObject({ reason: line(1, 500) }),
  ),
  handOn: act(
    "/promises/:id/hand_ons",
    "Hand on the work, or ask somebody to take over the promise",
    z.strictObject({ handler_id: optional(id), owner_id: optional(id), note: optional(line(1, 500)) }),
  ),
  acceptPromise: act(
    "/promises/:id/acceptances",
    "Take over a promise: its owner once the customer was told",
    z.strictObject({ ...telling }),
  ),
  holdUp: act(
    "/promises/:id/hold_ups",
    "The customer owes us something; the clock stops from when they were told what",
    z.strictObject({ reason: line(1, 500), ...telling }),
  ),
  goOn: act("/promises/:id/resumptions", "What was missing came; the clock goes on", z.optional(z.strictObject({}))),
  splitPromise: act(
    "/promises/:id/splits",
    "Part of it is done; the rest keeps the first due. Answers the part",
    z.strictObject({ done: text(1, 2000), rest: text(1, 2000) }),
  ),
  joinPromises: act(
    "/promises/:id/joins",
    "Two records of one promise are one: the earlier first due survives. Answers the survivor",
    z.strictObject({ other_id: id }),
  ),
  handOver: post("/members/:id/hand_overs", {
    summary: "All open promises of a member go to another at once, with one introduction to each customer",
    scope: writing,
    body: z.strictObject({ to_member_id: id, message: optional(message) }),
    gives: z.object({
      from_member_id: id,
      to_member_id: id,
      promises: z.number(),
      series: z.number(),
      introductions: z.number(),
      /** Whom nobody can write to: somebody must call them. */
      to_call: z.array(z.object({ promise_id: id, customer_id: id, contact_id: z.nullable(id) })),
    }),
  }),
  recordChase: act(
    "/promises/:id/chases",
    "The customer asked before we told them",
    z.strictObject({ channel: line(1, 40), words: optional(text(1, 4000)), at: optional(instant) }),
  ),
  promiseToGroup: post("/promise_groups", {
    summary: "One text, one promise for each of several customers",
    scope: writing,
    body: z.strictObject({
      customer_ids: z.array(id).check(z.minLength(1), z.maxLength(200)),
      text: text(1, 2000),
      kind,
      ...when,
    }),
    gives: z.object({ group_id: id, items: z.array(promiseForStaff) }),
  }),
  startSeries: post("/promise_series", {
    summary: "A promise that comes again: each occurrence has its own due",
    scope: writing,
    body: z.strictObject({
      customer_id: id,
      contact_id: optional(id),
      owner_id: optional(id),
      text: text(1, 2000),
      kind,
      every: z.enum(["day", "week", "month"]),
      first_due_at: instant,
    }),
    gives: z.object({ id, version: z.number(), next_promise: promiseForStaff }),
  }),
  endSeries: post("/promise_series/:id/ends", {
    summary: "No further occurrences; those already promised stand",
    scope: writing,
    status: 200,
    body: z.optional(z.strictObject({})),
    gives: z.object({ id, version: z.number(), ended_at: instantOut }),
  }),
};
