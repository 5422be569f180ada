import * as z from "zod/mini";
import { post } from "#base/contract.ts";
import { duration, id, instant, line } from "#base/fields.ts";
import type { Refusal } from "#base/refusal.ts";
import { type Ready, writing } from "./ready-letter.ts";
import { message, when } from "./wire.ts";

export const problemOut = z.object({ code: z.string(), detail: z.string() });

/** A letter that is ready: the words to send or change, and the whole as its reader will see it. */
export const readyOut = z.object({
  to: z.nullable(z.object({ contact_id: id, name: z.string(), email: z.nullable(z.string()) })),
  language: z.string(),
  message: z.object({ subject: z.string(), body: z.string() }),
  letter: z.object({ subject: z.string(), paragraphs: z.array(z.string()), answers: z.array(z.string()) }),
  problem: z.nullable(problemOut).check(z.describe("why nothing can be written; then somebody has to call")),
});

export const draftsOfPromiseContract = {
  readyLetter: post("/promises/:id/drafts", {
    summary: "The letter of an act as it would go out now, in the reader's language and your words; nothing is sent",
    scope: "promises:read",
    status: 200,
    body: z.strictObject({
      draft: z.enum(writing),
      ...when,
      opens_at: z.optional(instant),
      reason: z.optional(line(1, 500)),
      next_word_at: z.optional(instant),
      by: z.optional(duration),
      message: z.optional(message),
    }),
    gives: readyOut,
  }),
};

export function readyForStaff({ to, language, message, letter, unwritable }: Ready): z.input<typeof readyOut> {
  return {
    to: to && { contact_id: to.contactId, name: to.name, email: to.email },
    language,
    message,
    letter: {
      subject: letter.subject,
      paragraphs: letter.paragraphs,
      answers: letter.acts.map(({ label }) => label),
    },
    problem: unwritable && problemForStaff(unwritable),
  };
}

export function problemForStaff({ code, message: detail }: Refusal): z.input<typeof problemOut> {
  return { code, detail };
}
