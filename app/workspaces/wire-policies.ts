import * as z from "zod/mini";
import { get, post } from "#base/contract.ts";
import { id, line } from "#base/fields.ts";
import { defaultPolicy, type Policy, type PolicyOverride, policyScopes } from "./policy.ts";
import { ownKind, settingsChange, settingsOut, writeSettings } from "./policy-settings.ts";

export const override = z.object({
  scope: z.enum(policyScopes),
  name: z.nullable(z.string()),
  settings: settingsOut,
  version: z.number(),
});

/** Settings for the workspace, or for the tier, kind or customer of that name. */
export const policyChange = z.strictObject({
  scope: z._default(z.enum(policyScopes), "workspace"),
  name: z.optional(line(1, 100)),
  settings: settingsChange,
});

export const policiesContract = {
  getPolicies: get("/policies", {
    summary: "All settings with their defaults, what is overridden for whom, and what holds in the end",
    scope: "settings:read",
    query: z.strictObject({
      kind: z.optional(line(1, 40)),
      tier: z.optional(line(1, 100)),
      customer_id: z.optional(id),
    }),
    gives: z.object({ defaults: settingsOut, overrides: z.array(override), effective: settingsOut }),
  }),
  renameKind: post("/policies/kind_renames", {
    summary: "Call an own kind otherwise from now on; what was promised before keeps the old name",
    scope: "settings:write",
    body: z.strictObject({ from: ownKind, to: ownKind }),
    gives: override,
  }),
};

export function overrideForStaff({ scope, name, settings, version }: PolicyOverride) {
  return { scope, name: name || null, settings: writeSettings(settings), version };
}

export function policiesForStaff(overrides: readonly PolicyOverride[], effective: Policy) {
  return {
    defaults: writeSettings(defaultPolicy),
    overrides: overrides.map(overrideForStaff),
    effective: writeSettings(effective),
  };
}
