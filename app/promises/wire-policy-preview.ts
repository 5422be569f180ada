import * as z from "zod/mini";
import { settingsChange, settingsOut } from "#app/workspaces/policy-settings.ts";
import { post } from "#base/contract.ts";
import { id, instant, instantOut } from "#base/fields.ts";
import { stages } from "./promise.ts";
import { estimate, kind } from "./wire.ts";

export const policyPreviewContract = {
  previewPolicy: post("/policies/previews", {
    summary: "When a promise made now for a due time would ring under changed settings; nothing is saved",
    scope: "settings:read",
    status: 200,
    body: z.strictObject({
      settings: settingsChange,
      due_at: instant,
      kind: z.optional(kind),
      estimate: z.optional(estimate),
      customer_id: z.optional(id),
      owner_id: z.optional(id),
    }),
    gives: z.object({
      settings: settingsOut,
      rings: z.array(z.object({ stage: z.enum(stages), at: instantOut, words: z.string() })),
      told_in_time_until: z.object({ at: instantOut, words: z.string() }),
    }),
  }),
};
