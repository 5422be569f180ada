import * as z from "zod/mini";
import { post } from "#base/contract.ts";
import { id } from "#base/fields.ts";

export const byHandContract = {
  fileArrival: post("/arrivals/:id/filings", {
    summary:
      "I know whose mail it is that was set aside: it joins that case, or becomes a new one of that customer. A copy of " +
      "what one of us wrote stands with the customer, in no case",
    scope: "customers:write",
    body: z.strictObject({
      case_id: z.optional(id),
      customer_id: z.optional(id),
      contact_id: z.optional(id.check(z.describe("whom of them it is from; else the case's, else their first"))),
    }),
    gives: z.object({ id, message_id: id, customer_id: id, case_id: z.nullable(id) }),
  }),
};
