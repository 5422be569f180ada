import * as z from "zod/mini";
import { foundOut, languageOut } from "#app/sentences/wire.ts";
import { get, post } from "#base/contract.ts";
import { id, instantOut, listOf, page } from "#base/fields.ts";
import { type Arrival, ways, whys } from "./arrival.ts";

const states = ["new", "filed", "repeated", "set_aside"] as const;

const arrivalOut = z.object({
  id,
  via: z.enum(ways),
  mailbox_id: z.nullable(id),
  number_id: z.nullable(id),
  form_id: z.nullable(id),
  arrived_at: instantOut,
  bytes: z.number(),
  state: z.enum(states),
  why: z.nullable(z.enum(whys)),
  from_address: z.nullable(z.string()),
  subject: z.nullable(z.string()),
  troubles: z.array(z.string()),
  message_id: z.nullable(id),
  member_id: z.nullable(id),
  settled_at: z.nullable(instantOut),
  version: z.number(),
});

const offerOut = z.object({
  arrival_id: id,
  message_id: z.nullable(id),
  customer_id: z.nullable(id),
  customer_name: z.nullable(z.string()),
  contact_id: z.nullable(id),
  contact_name: z.nullable(z.string()),
  subject: z.string(),
  sent_at: instantOut,
  language: z.nullable(languageOut),
  items: z.array(foundOut),
});

export const arrivalsContract = {
  listArrivals: get("/arrivals", {
    summary:
      "What came by mail, text, a missed call or a form, newest first; state=set_aside&open=true lists what a person should look at, each with why",
    scope: "customers:read",
    query: z.strictObject({
      ...page,
      after: z.optional(id),
      state: z.optional(z.enum(states)),
      open: z._default(z.stringbool(), false),
    }),
    gives: listOf(arrivalOut),
  }),
  getOriginal: get("/arrivals/:id/original", {
    summary: "It as it came, byte for byte in base64, for as long as it is kept",
    scope: "customers:read",
    gives: z.object({ id, base64: z.string() }),
  }),
  settleArrival: post("/arrivals/:id/settlements", {
    summary: "I have looked at it: it waits for nobody any more",
    scope: "customers:write",
    gives: arrivalOut,
  }),
  releaseArrival: post("/arrivals/:id/releases", {
    summary: "It is no spam: what was written in a form and set aside becomes a case after all",
    scope: "customers:write",
    gives: arrivalOut,
  }),
  listOffers: get("/offers", {
    summary:
      "What you promised in mails that you copied us in on: sentences to record, until you settle the arrival. A copy " +
      "that went to nobody we know was not read: it has neither a message nor sentences",
    scope: "promises:read",
    gives: listOf(offerOut),
  }),
};

export function forStaff(arrival: Arrival): z.input<typeof arrivalOut> {
  return {
    id: arrival.id,
    via: arrival.via,
    mailbox_id: arrival.mailboxId,
    number_id: arrival.numberId,
    form_id: arrival.formId,
    arrived_at: arrival.arrivedAt.toString(),
    bytes: arrival.bytes,
    state: arrival.state,
    why: arrival.why,
    from_address: arrival.fromAddress,
    subject: arrival.subject,
    troubles: arrival.troubles,
    message_id: arrival.messageId,
    member_id: arrival.memberId,
    settled_at: arrival.settledAt?.toString() ?? null,
    version: arrival.version,
  };
}
