import * as z from "zod/mini";
import { get, patch, post, remove } from "#base/contract.ts";
import { id, instantOut, line, listOf } from "#base/fields.ts";
import type { OurNumber } from "./number.ts";

const settings = {
  number: line(1, 40),
  account_sid: line(1, 60),
  auth_token: z.string().check(z.minLength(1), z.maxLength(200)),
};
const serverUrl = z
  .nullable(line(1, 500))
  .check(z.describe("where texts are handed over, where that is a service that speaks as Twilio does"));

const numberOut = z.object({
  id,
  number: z.string(),
  account_sid: z.string(),
  server_url: z.nullable(z.string()),
  /** Where its carrier brings texts, missed calls, and what became of ours. */
  url: z.string(),
  heard_at: z.nullable(instantOut),
  made_at: instantOut,
  version: z.number(),
});

export const numbersContract = {
  listNumbers: get("/numbers", {
    summary: "The number that customers text and call, with the address that Twilio calls; its token is never shown",
    scope: "settings:read",
    gives: listOf(numberOut),
  }),
  addNumber: post("/numbers", {
    summary: "Take in what is texted to this number, and text from it: enter `url` at Twilio, for messages and calls",
    scope: "settings:write",
    body: z.strictObject({ ...settings, server_url: z._default(serverUrl, null) }),
    gives: numberOut,
  }),
  editNumber: patch("/numbers/:id", {
    summary: "Change it; a token that is left out stays as it is",
    scope: "settings:write",
    body: z.partial(z.strictObject({ ...settings, server_url: serverUrl })),
    gives: numberOut,
  }),
  removeNumber: remove("/numbers/:id", {
    summary: "Nothing comes in or goes out by it any more; what came stays",
    scope: "settings:write",
    gives: numberOut,
  }),
};

/** `publicUrl` is where the house is reached: what is signed is the address that was called. */
export function forStaff(number: OurNumber, workspaceId: string, publicUrl: string): z.input<typeof numberOut> {
  return {
    id: number.id,
    number: number.number,
    account_sid: number.accountSid,
    server_url: number.serverUrl,
    url: addressOf(number, workspaceId, publicUrl),
    heard_at: number.heardAt?.toString() ?? null,
    made_at: number.madeAt.toString(),
    version: number.version,
  };
}

/** Where whoever carries our number calls us. */
export function addressOf({ id: numberId }: Pick<OurNumber, "id">, workspaceId: string, publicUrl: string): string {
  return `${publicUrl}/sms/${workspaceId}/${numberId}`;
}
