import * as z from "zod/mini";
import { post } from "#base/contract.ts";

/** Where it stopped: there is no server at all, or how far the trial came; `taken` is well. */
const steps = ["none", "name", "connection", "encryption", "sign_in", "sender", "recipient", "mail", "taken"] as const;

export const mailTestsContract = {
  testMail: post("/workspace/mail-tests", {
    summary: "Try a mail server now: a mail to yourself, and what is wrong where it does not leave",
    scope: "settings:write",
    body: z.strictObject({ smtp_url: z.optional(z.string().check(z.maxLength(1000))) }),
    gives: z.object({ is_well: z.boolean(), step: z.enum(steps), says: z.string(), to: z.string() }),
  }),
};
