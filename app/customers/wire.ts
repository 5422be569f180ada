import * as z from "zod/mini";
import { timeZone } from "#app/calendars/fields.ts";
import { get, patch, post } from "#base/contract.ts";
import { id, instantOut, line, listOf, page, text } from "#base/fields.ts";
import { given } from "#base/given.ts";
import { type CustomerChange, customerKinds, customerOrders, type Standing, type WholeCustomer } from "./customer.ts";
import { contactForStaff, contactOut, newContact } from "./wire-contacts.ts";
import { mergeForStaff, mergeOut } from "./wire-merges.ts";

const customerFields = {
  name: line(1, 200),
  kind: z.enum(customerKinds),
  time_zone: z.optional(z.nullable(timeZone)),
  language: z.optional(z.nullable(line(1, 100))),
  tier: z.optional(z.nullable(line(1, 60))),
  tags: z.optional(z.array(line(1, 60)).check(z.maxLength(50))),
  is_stand_in: z.optional(z.boolean()),
  account_owner_id: z.optional(z.nullable(id)),
  calendar_id: z.optional(z.nullable(id)),
  why_us: z.optional(z.nullable(text(1, 2000))),
};

const newCustomer = z.strictObject({
  ...customerFields,
  contacts: z.optional(z.array(newContact).check(z.maxLength(50))),
});

export const customerOut = z.object({
  id,
  version: z.int(),
  name: z.string(),
  kind: z.enum(customerKinds),
  is_stand_in: z.boolean(),
  time_zone: z.nullable(z.string()),
  language: z.nullable(z.string()),
  calendar_id: z.nullable(id),
  account_owner_id: z.nullable(id),
  tier: z.nullable(z.string()),
  tags: z.array(z.string()),
  why_us: z.nullable(z.string()),
  contacts: z.array(contactOut),
  merges: z.array(mergeOut),
  merged_from: z.optional(id.check(z.describe("the alias that was asked for, when it is another id"))),
  created_at: instantOut,
});

const listedCustomer = z.extend(customerOut, {
  standing: z.object({
    open: z.int(),
    late: z.int(),
    next_due_at: z.nullable(instantOut),
    last_word_at: z.nullable(instantOut),
  }),
});

const customerFilters = z.strictObject({
  ...page,
  after: z.optional(id),
  order: z._default(z.enum(customerOrders), "newest"),
  find: z.optional(line(1, 10_000)),
  tag: z.optional(line(1, 60)),
  tier: z.optional(line(1, 60)),
  kind: z.optional(z.enum(customerKinds)),
  account_owner_id: z.optional(id),
  open: z.optional(z.stringbool()),
  late: z.optional(z.stringbool()),
  quiet_days: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(3650))),
});

const tagsGiven = z.optional(z.array(line(1, 60)).check(z.maxLength(20)));

const [reads, writes] = [{ scope: "customers:read" }, { scope: "customers:write" }] as const;

export const customersContract = {
  createCustomer: post("/customers", {
    ...writes,
    summary: "A new customer; a person of whom no contact is named is their own contact",
    body: newCustomer,
    gives: customerOut,
  }),
  listCustomers: get("/customers", {
    ...reads,
    summary:
      "Customers, newest first or by name; with `find` those that look like it, best first, on one page. `open` and `late` ask for " +
      "promises, `quiet_days` for those to whom no word has passed for so long",
    query: customerFilters,
    gives: listOf(listedCustomer),
  }),
  getCustomer: get("/customers/:id", {
    ...reads,
    summary: "One customer; an alias answers what it is read as",
    gives: customerOut,
  }),
  editCustomer: patch("/customers/:id", {
    ...writes,
    summary: "Changes what is named and leaves the rest",
    body: z.partial(z.strictObject(customerFields)),
    gives: customerOut,
  }),
  tagCustomers: post("/customers/taggings", {
    ...writes,
    summary: "Puts tags on several customers at once, and takes others off; answers how many were changed",
    body: z.strictObject({
      customer_ids: z.array(id).check(z.minLength(1), z.maxLength(200)),
      add: tagsGiven,
      remove: tagsGiven,
    }),
    gives: z.object({ changed: z.int() }),
  }),
};

/** What was said of a customer, in our own words. */
export function customerFrom(said: z.output<typeof customersContract.editCustomer.body>): CustomerChange {
  return given({
    name: said.name,
    kind: said.kind,
    timeZone: said.time_zone,
    language: said.language,
    tier: said.tier,
    tags: said.tags,
    isStandIn: said.is_stand_in,
    accountOwnerId: said.account_owner_id,
    calendarId: said.calendar_id,
    whyUs: said.why_us,
  });
}

export function listedForStaff(customer: WholeCustomer, standing: Standing): z.input<typeof listedCustomer> {
  const { open, late, nextDueAt, lastWordAt } = standing;
  const times = { next_due_at: nextDueAt?.toString() ?? null, last_word_at: lastWordAt?.toString() ?? null };
  return { ...customerForStaff(customer), standing: { open, late, ...times } };
}

export function customerForStaff(customer: WholeCustomer, askedId = customer.id): z.input<typeof customerOut> {
  return {
    id: customer.id,
    version: customer.version,
    name: customer.name,
    kind: customer.kind,
    is_stand_in: customer.isStandIn,
    time_zone: customer.timeZone,
    language: customer.language,
    calendar_id: customer.calendarId,
    account_owner_id: customer.accountOwnerId,
    tier: customer.tier,
    tags: customer.tags,
    why_us: customer.whyUs,
    contacts: customer.contacts.map(contactForStaff),
    merges: customer.merges.map(mergeForStaff),
    ...(askedId !== customer.id && { merged_from: askedId }),
    created_at: customer.createdAt.toString(),
  };
}
