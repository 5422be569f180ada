import * as z from "zod/mini";
import { post } from "#base/contract.ts";
import { trialSteps } from "#engine/channels/smtp-trial.ts";

export const mailTestsContract = {
  testMail: post("/workspace/mail-tests", {
    summary: "Try a mail server now: a mail to yourself, and what is wrong where it does not leave",
    scope: "settings:write",
    body: z.strictObject({ smtp_url: z.optional(z.string().check(z.maxLength(1000))) }),
    gives: z.object({ is_well: z.boolean(), step: z.enum([...trialSteps, "none"]), says: z.string(), to: z.string() }),
  }),
};
