import { hoursOf } from "#app/members/store-hours.ts";
import { demandName } from "#app/workspaces/actions-policies.ts";
import type { PolicyOverride, PolicyScope } from "#app/workspaces/policy.ts";
import { changeSettings, type SettingsChange } from "#app/workspaces/policy-settings.ts";
import { listOverrides } from "#app/workspaces/store-policies.ts";
import type { Instant } from "#base/instant.ts";
import { workingDaySeconds } from "#base/working-time.ts";
import type { Tx } from "#engine/db/database.ts";
import { effectsOn, samples } from "./effects.ts";
import { openPromises } from "./store-policy-effects.ts";

type Change = { scope: PolicyScope; name?: string | undefined; settings: SettingsChange };

/** So many open promises are looked at, the most urgent first: what rings later is seen again before it does. */
const mostOpen = 200;

/** What a change of settings would mean, for promises as they are made every day and for those that are open. */
export async function foretell(
  tx: Tx,
  workspaceId: string,
  memberId: string,
  { scope, name = "", settings }: Change,
  now: Instant,
) {
  await demandName(tx, workspaceId, scope, name);
  const before = await listOverrides(tx, workspaceId);
  const isMeant = (each: PolicyOverride) => each.scope === scope && each.name === name;
  const meant = before.find(isMeant) ?? { scope, name, settings: {}, version: 0 };
  const changed = { ...meant, settings: changeSettings(meant.settings, settings) };
  const change = { before, after: [...before.filter((each) => !isMeant(each)), changed] };
  const hours = await hoursOf(tx, workspaceId, memberId);
  const found = await openPromises(tx, workspaceId, mostOpen + 1);
  const open = found.slice(0, mostOpen);
  const named = (which: PolicyScope) => (scope === which ? name : null);
  const whom = { kind: named("kind") ?? "other", tier: named("tier"), customerId: named("customer") };
  return {
    workingDaySeconds: workingDaySeconds(hours),
    samples: samples(change, whom, hours, now),
    looked: open.length,
    hasMore: found.length > mostOpen,
    changed: effectsOn(open, change, now),
  };
}
