import * as z from "zod/mini";
import { timeZone, wallTime } from "#app/calendars/fields.ts";
import { get, patch, post, remove } from "#base/contract.ts";
import { id, instantOut, line, text } from "#base/fields.ts";
import { given } from "#base/given.ts";
import { addressChannels, channels } from "./address.ts";
import type { WholeContact } from "./contact.ts";
import { mergeForStaff, mergeOut } from "./wire-merges.ts";

const address = z.strictObject({ channel: z.enum(addressChannels), address: text(1, 500) });

const contactFields = {
  name: line(1, 200),
  preferred_channel: z.optional(z.nullable(z.enum(channels))),
  language: z.optional(z.nullable(line(1, 100))),
  time_zone: z.optional(z.nullable(timeZone)),
  quiet_from: z.optional(z.nullable(wallTime)),
  quiet_until: z.optional(z.nullable(wallTime)),
};

export const newContact = z.strictObject({
  ...contactFields,
  addresses: z.optional(z.array(address).check(z.maxLength(20))),
});
export const contactOut = z.object({
  id,
  version: z.int(),
  customer_id: id,
  name: z.string(),
  preferred_channel: z.nullable(z.enum(channels)),
  language: z.nullable(z.string()),
  time_zone: z.nullable(z.string()),
  quiet_from: z.nullable(z.string()),
  quiet_until: z.nullable(z.string()),
  addresses: z.array(z.object({ channel: z.enum(addressChannels), address: z.string() })),
  merges: z.array(mergeOut),
  created_at: instantOut,
});

const [reads, writes] = [{ scope: "customers:read" }, { scope: "customers:write" }] as const;

export const contactsContract = {
  addContact: post("/customers/:id/contacts", {
    ...writes,
    summary: "A further contact",
    body: newContact,
    gives: contactOut,
  }),
  getContact: get("/contacts/:id", {
    ...reads,
    summary: "One contact; an alias answers what it is read as",
    gives: contactOut,
  }),
  editContact: patch("/contacts/:id", {
    ...writes,
    summary: "Changes what is named and leaves the rest",
    body: z.partial(z.strictObject(contactFields)),
    gives: contactOut,
  }),
  addAddress: post("/contacts/:id/addresses", {
    ...writes,
    summary: "A further address; one that another contact has is refused",
    body: address,
    gives: contactOut,
  }),
  removeAddress: remove("/contacts/:id/addresses", {
    ...writes,
    summary: "Takes an address from a contact",
    query: address,
    gives: contactOut,
  }),
};

/** What was said of a contact, in our own words. */
export function contactFrom(said: z.output<typeof contactsContract.editContact.body>) {
  return given({
    name: said.name,
    preferredChannel: said.preferred_channel,
    language: said.language,
    timeZone: said.time_zone,
    quietFrom: said.quiet_from,
    quietUntil: said.quiet_until,
  });
}

/** A contact that must have a name, with the addresses that were named beside it. */
export function newContactFrom({ addresses = [], ...said }: z.output<typeof newContact>) {
  return { ...contactFrom(said), name: said.name, addresses };
}

export function contactForStaff(contact: WholeContact): z.input<typeof contactOut> {
  return {
    id: contact.id,
    version: contact.version,
    customer_id: contact.customerId,
    name: contact.name,
    preferred_channel: contact.preferredChannel,
    language: contact.language,
    time_zone: contact.timeZone,
    quiet_from: contact.quietFrom,
    quiet_until: contact.quietUntil,
    addresses: contact.addresses,
    merges: contact.merges.map(mergeForStaff),
    created_at: contact.createdAt.toString(),
  };
}
