import * as z from "zod/mini";
import { settingsChange, settingsOut } from "#app/workspaces/policy-settings.ts";
import { override, policyChange } from "#app/workspaces/wire-policies.ts";
import { patch, post } from "#base/contract.ts";
import { durationOut, id, instant, instantOut } from "#base/fields.ts";
import { sampleNames } from "./effects.ts";
import { stages } from "./promise.ts";
import { estimate, kind } from "./wire.ts";

const ring = z.object({ stage: z.string(), at: instantOut });
const foretold = z.object({
  rings: z.array(z.object({ stage: z.enum(stages), at: instantOut })),
  told_in_time_until: instantOut,
});

const sample = z.object({
  name: z.enum(sampleNames),
  made_at: instantOut,
  due_at: instantOut,
  estimate: z.nullable(durationOut),
  before: foretold,
  after: foretold,
});

const open = z.object({
  looked_at: z.int().check(z.describe("how many of the most urgent open promises were looked at")),
  has_more: z.boolean(),
  changed: z.array(
    z.object({
      id,
      text: z.string(),
      customer: z.nullable(z.string()),
      owner: z.string(),
      due_at: instantOut,
      before: z.nullable(ring),
      after: z.nullable(ring),
    }),
  ),
});

/** Here, above the rest of the settings, since what is open may ring at another time from then on. */
export const policyPreviewContract = {
  editPolicy: patch("/policies", {
    summary: "Override settings for the workspace, or for a tier, a kind or a customer; null takes one back",
    scope: "settings:write",
    body: policyChange,
    gives: override,
  }),
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
  effectsOfPolicy: post("/policies/effects", {
    summary:
      "What changed settings would mean for promises of every day, and for those that are open; nothing is saved",
    scope: "promises:read",
    status: 200,
    body: policyChange,
    gives: z.object({
      working_day: durationOut.check(z.describe("how long yours is open")),
      samples: z.array(sample),
      open,
    }),
  }),
};
