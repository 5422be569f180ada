import { type PolicyScope, policyScopes } from "#app/workspaces/policy.ts";

/** For whom settings are looked at; the business itself has no name, a customer is named by their id. */
export type Whom = { scope: PolicyScope; name: string };

/** From what stands in the address; what is not ours is the business. */
export function whomOf(said: Record<string, unknown>): Whom {
  const scope = policyScopes.find((each) => each === said.scope) ?? "workspace";
  // The address reads a name of digits as a number.
  const name = typeof said.name === "string" || typeof said.name === "number" ? String(said.name) : "";
  return { scope, name: scope === "workspace" ? "" : name };
}

/** How it stands in the address. */
export function searchOf({ scope, name }: Whom): Record<string, string> {
  return scope === "workspace" ? {} : { scope, ...(name && { name }) };
}
