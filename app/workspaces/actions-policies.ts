import { append } from "#app/journal/store.ts";
import { isId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { invalid, missing } from "#base/refusal.ts";
import { demandVersion } from "#base/version.ts";
import type { Tx } from "#engine/db/database.ts";
import { isKind, type PolicyOverride, type PolicyScope } from "./policy.ts";
import { changeSettings, type SettingsChange } from "./policy-settings.ts";
import { findWorkspace } from "./store.ts";
import { findOverride, isCustomer, moveOverride, policyFor, saveOverride } from "./store-policies.ts";

type Change = { scope: PolicyScope; name?: string | undefined; settings: SettingsChange };

/** Settings for the workspace, or for one tier, kind or customer; what is not named stays as it was. */
export async function editPolicy(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  { scope, name = "", settings }: Change,
  version: number | null,
  now: Instant,
): Promise<PolicyOverride> {
  await demandName(tx, workspaceId, scope, name);
  if (scope !== "workspace" && settings.kinds) {
    throw invalid(
      "kinds_are_the_workspaces",
      "Own kinds are the same for the whole workspace: leave out the scope.",
      "settings.kinds",
    );
  }
  // Two first overrides at once would not see each other's row.
  await findWorkspace(tx, workspaceId, "for update");
  const before = (await findOverride(tx, workspaceId, scope, name)) ?? { scope, name, settings: {}, version: 0 };
  demandVersion(version, before.version);
  const next = { ...before, settings: changeSettings(before.settings, settings), version: before.version + 1 };
  await saveOverride(tx, workspaceId, next);
  await append(tx, workspaceId, {
    chainId: workspaceId,
    what: "policy changed",
    at: now,
    by: { memberId },
    facts: { scope, name, changed: Object.entries(settings).map(([setting, value]) => `${setting}: ${value}`) },
  });
  return next;
}

/**
 * An own kind is called otherwise from now on, with the settings it has; what was promised under the old name keeps it.
 * Refuses a kind that is not there and a name that is taken (`kind_taken`).
 */
export async function renameKind(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  { from, to }: { from: string; to: string },
  version: number | null,
  now: Instant,
): Promise<PolicyOverride> {
  const { kinds } = await policyFor(tx, workspaceId);
  if (!kinds.includes(from)) throw missing("kind");
  if (kinds.includes(to)) throw invalid("kind_taken", "There is a kind of this name already: choose another.", "to");
  const renamed = { kinds: kinds.map((kind) => (kind === from ? to : kind)) };
  const edited = await editPolicy(tx, workspaceId, memberId, { scope: "workspace", settings: renamed }, version, now);
  const own = await findOverride(tx, workspaceId, "kind", from);
  if (own) await moveOverride(tx, workspaceId, own, to);
  const entry = { what: "kind renamed", at: now, by: { memberId }, facts: { from, to } };
  await append(tx, workspaceId, { chainId: workspaceId, ...entry });
  return edited;
}

/** Refuses a name where there is none to give, and one that is nobody's. */
export async function demandName(tx: Tx, workspaceId: string, scope: PolicyScope, name: string): Promise<void> {
  if (scope === "workspace") {
    if (name) throw invalid("name_not_needed", "The workspace's own settings have no name: leave it out.", "name");
    return;
  }
  if (!name) throw invalid("name_needed", `Say in name for which ${scope} these settings are.`, "name");
  if (scope === "customer" && !(isId(name) && (await isCustomer(tx, workspaceId, name)))) throw missing("customer");
  if (scope === "kind" && !isKind(name, await policyFor(tx, workspaceId))) {
    throw invalid("unknown_kind", "There is no such kind of promise: add it to the workspace's kinds first.", "name");
  }
}
