import * as z from "zod/mini";
import { channels } from "#app/customers/address.ts";
import { mostFilesOfAMessage } from "#app/messages/attachment.ts";
import { estimate, kind as promiseKind, telling, when } from "#app/promises/wire.ts";
import { get, patch, post } from "#base/contract.ts";
import { id, instant, line, listOf, page, text } from "#base/fields.ts";
import { caseForStaff, listedCase, mentionOut, saidForStaff, wholeCase } from "./answers.ts";
import { kinds, states } from "./case.ts";
import { mostNamed } from "./mention.ts";

const optional = z.optional;
const reading = "customers:read" as const;
const writing = "customers:write" as const;
const act = <P extends string, B extends z.core.$ZodType>(path: P, summary: string, body: B) =>
  post(path, { summary, scope: writing, body, gives: caseForStaff });

const newCase = z.strictObject({
  customer_id: id,
  contact_id: optional(id),
  kind: z._default(z.enum(kinds), "request"),
  subject: optional(line(1, 200)),
  words: text(1, 20_000),
  channel: z.enum(channels),
  team_id: optional(id),
  raised_at: optional(instant),
  own: optional(z.boolean().check(z.describe("whoever writes it down owns it"))),
  acknowledge: optional(z.boolean().check(z.describe("it came by itself, so a machine answers first"))),
  on_the_spot: optional(z.strictObject({ did: text(1, 4000), satisfied: z.boolean() })),
});

const list = z.strictObject({
  ...page,
  customer_id: optional(id),
  find: optional(line(1, 200)),
  member_id: optional(id.check(z.describe("who owns it, does it now, or was asked to own it"))),
  owner_id: optional(id),
  handler_id: optional(id),
  team_id: optional(id),
  cause_id: optional(id),
  unowned: optional(z.enum(["true"])),
  laid_aside: optional(z.enum(["true", "false"])),
  state: optional(z.enum(states)),
  order: z._default(z.enum(["newest", "urgent"]), "newest"),
});

const said = text(1, 4000);
const words = optional(said);

/** Every endpoint of cases. A change of state is a noun that is posted. */
export const casesContract = {
  raiseCase: act("/cases", "Write down what a customer raised", newCase),
  listCases: get("/cases", {
    summary:
      "Cases, the newest raised first, or those that are not closed with the most urgent first; what is found by words, best first, on one page",
    scope: reading,
    query: list,
    gives: listOf(listedCase),
  }),
  countCases: get("/case_counts", {
    summary: "How many cases are not closed: mine, nobody's, all, and what is laid aside; each counted up to 1,000",
    scope: reading,
    gives: z.object({ mine: z.number(), unowned: z.number(), open: z.number(), laid_aside: z.number() }),
  }),
  getCase: get("/cases/:id", { summary: "A case with its eight steps", scope: reading, gives: wholeCase }),
  changeCase: patch("/cases/:id", {
    summary: "Write anew what it is about, whose it is, or whom it is with",
    scope: writing,
    body: z.strictObject({
      kind: optional(z.enum(kinds)),
      subject: optional(line(1, 200)),
      team_id: optional(z.nullable(id)),
      contact_id: optional(id),
    }),
    gives: caseForStaff,
  }),
  readCase: get("/cases/:id/timeline", {
    summary: "What was said in a case, both ways and among ourselves, newest first",
    scope: reading,
    query: z.strictObject({ ...page, after: optional(id) }),
    gives: listOf(saidForStaff),
  }),
  draftStatus: get("/cases/:id/drafts", {
    summary: "The next word to the customer, from the facts, to be changed and sent",
    scope: reading,
    gives: z.object({ subject: z.string(), body: z.string(), language: z.string() }),
  }),
  replyFacts: get("/cases/:id/reply_facts", {
    summary:
      "What the places of a saved reply stand for in this case, in the reader's language; null where it is not known",
    scope: reading,
    gives: z.object({
      language: z.string(),
      facts: z.object({
        name: z.nullable(z.string()),
        first_name: z.nullable(z.string()),
        member: z.nullable(z.string()),
        business: z.nullable(z.string()),
        case: z.nullable(z.string()),
        next_word: z.nullable(z.string()),
      }),
    }),
  }),
  ownCase: act(
    "/cases/:id/ownerships",
    "I own it; or ask a member to. The customer gets the name",
    z.optional(z.strictObject({ owner_id: optional(id), ...telling })),
  ),
  handOnCase: act(
    "/cases/:id/hand_ons",
    "Other hands do it; the owner stays",
    z.strictObject({ handler_id: id, note: optional(line(1, 500)) }),
  ),
  planStep: act(
    "/cases/:id/plans",
    "A dated step: a promise to the customer, or one that was made already",
    z.strictObject({
      promise_id: optional(id),
      text: optional(text(1, 2000)),
      kind: optional(promiseKind),
      ...when,
      estimate: optional(estimate),
      owner_id: optional(id),
      handler_id: optional(id),
    }),
  ),
  tellStatus: act(
    "/cases/:id/statuses",
    "A word to the customer on how it stands, with files where it is written",
    z.strictObject({
      ...telling,
      attachment_ids: optional(z.array(id).check(z.maxLength(mostFilesOfAMessage))),
      seen_message_id: optional(
        z.nullable(id).check(z.describe("a colleague's newest word that was seen; refused (412) where one came since")),
      ),
    }),
  ),
  pauseCase: act(
    "/cases/:id/pauses",
    "The customer has the next move; our clock stands from when they were told",
    z.strictObject({ reason: line(1, 500), ...telling }),
  ),
  resumeCase: act("/cases/:id/resumptions", "It goes on, with the time that was left", z.optional(z.strictObject({}))),
  completeCase: act("/cases/:id/completions", "I confirm that it is done", z.strictObject({ did: said })),
  tellDone: act("/cases/:id/tellings", "What they asked and what we did, told", z.strictObject({ ...telling })),
  askSatisfied: act("/cases/:id/askings", "Ask by hand whether they are satisfied", z.strictObject({ ...telling })),
  answerCase: act(
    "/cases/:id/answers",
    "The customer's answer, with their words",
    z.strictObject({ answer: z.enum(["satisfied", "not_satisfied"]), words }),
  ),
  reopenCase: act("/cases/:id/reopenings", "It was not over; its owner stays", z.optional(z.strictObject({ words }))),
  escalateCase: act(
    "/cases/:id/escalations",
    "A manager is asked for, by the customer or by one of us",
    z.strictObject({ by: z._default(z.enum(["customer", "member"]), "customer"), reason: words }),
  ),
  recordAsking: act(
    "/cases/:id/chases",
    "The customer asked before we told them",
    z.optional(z.strictObject({ words })),
  ),
  noteWriting: post("/cases/:id/writings", {
    summary:
      "I am writing here: those who look at the same case hear it in the events, and forget it after ten seconds",
    scope: writing,
    status: 200,
    gives: z.object({ id }),
  }),
  noteInCase: act(
    "/cases/:id/notes",
    "A note that the customer never sees; whoever it names is rung, and finds it on Today until they look at the case",
    z.strictObject({ body: text(1, 20_000), mention_ids: optional(z.array(id).check(z.maxLength(mostNamed))) }),
  ),
  listMentions: get("/mentions", {
    summary: "Notes in which you are named and that you have not seen, newest first",
    scope: reading,
    gives: listOf(mentionOut),
  }),
  seeMentions: post("/cases/:id/sightings", {
    summary: "I have looked at this case: what named me in it is seen",
    scope: reading,
    own: true,
    status: 200,
    gives: z.object({ seen: z.number() }),
  }),
  snoozeCase: act(
    "/cases/:id/snoozes",
    "Out of sight until then; null ends it",
    z.strictObject({ until: z.nullable(instant) }),
  ),
  voidCase: act("/cases/:id/voids", "This is no case after all", z.strictObject({ reason: line(1, 500) })),
  shareCause: act(
    "/cases/:id/causes",
    "It has a cause with others: a new one, or one that is known; null where it has none after all",
    z.strictObject({ cause_id: optional(z.nullable(id)), text: optional(text(1, 2000)) }),
  ),
};
