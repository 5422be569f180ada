import { type PolicyOverride, policyOf, standsFor } from "#app/workspaces/policy.ts";
import type { SettingsChange } from "#app/workspaces/policy-settings.ts";
import type { Calendar } from "#base/calendar.ts";
import { type Instant, isSame, latest, plusSeconds } from "#base/instant.ts";
import { addWorkingTime, isOpen, nextOpen, workingDaySeconds } from "#base/working-time.ts";
import { foretold } from "./foretold.ts";
import type { Promise_ } from "./promise.ts";
import { type Alarm, nextRing } from "./ring.ts";

/** What overrides which settings, as it stands and as it would stand. */
export type Change = { before: readonly PolicyOverride[]; after: readonly PolicyOverride[] };

/** An open promise with what its rings hang on. */
export type OpenPromise = {
  promise: Promise_;
  customer: string | null;
  tier: string | null;
  owner: string;
  hours: Calendar;
};

/** The next ring of an open promise, as it is and as it would be, where the two differ. */
export type Effect = { open: OpenPromise; before: Alarm | null; after: Alarm | null };

/** What a change of settings would mean for these: the promises whose next ring would be another. */
export function effectsOn(all: readonly OpenPromise[], change: Change, now: Instant): Effect[] {
  return all.flatMap((open) => {
    const { promise, tier, hours } = open;
    const { kind, customerId } = promise;
    const ring = (overrides: readonly PolicyOverride[]) => {
      const policy = policyOf(overrides.filter(standsFor({ kind, tier, customerId })));
      const alarm = nextRing(promise, policy, hours);
      // What should have rung already rings at once.
      return alarm && { ...alarm, at: latest(alarm.at, now) };
    };
    const [before, after] = [ring(change.before), ring(change.after)];
    const isOther = before?.stage !== after?.stage || !isSame(before?.at ?? null, after?.at ?? null);
    return isOther ? [{ open, before, after }] : [];
  });
}

/** May what is open now ring at another time when these settings change? */
export function movesRings(settings: SettingsChange): boolean {
  return settings.ring_lead_max_working_days !== undefined || settings.holding_message !== undefined;
}

type Whom = Parameters<typeof standsFor>[0];

export const sampleNames = ["two_hours", "working_day", "week"] as const;
const hour = 3600;

/** Promises such as are made every day, at the next moment of these hours, and when they ring before and after. */
export function samples({ before, after }: Change, whom: Whom, hours: Calendar, now: Instant) {
  const madeAt = isOpen(hours, now) ? now : (nextOpen(hours, now) ?? now);
  const dues: Record<(typeof sampleNames)[number], Instant> = {
    two_hours: plusSeconds(madeAt, 2 * hour),
    working_day: addWorkingTime(hours, madeAt, workingDaySeconds(hours)) ?? plusSeconds(madeAt, 24 * hour),
    week: plusSeconds(madeAt, 7 * 24 * hour),
  };
  return sampleNames.map((name) => {
    const dueAt = dues[name];
    const estimateSeconds = name === "working_day" ? 2 * hour : null;
    const under = (overrides: readonly PolicyOverride[]) => {
      const policy = policyOf(overrides.filter(standsFor(whom)));
      return foretold({ dueAt, estimateSeconds, estimateIn: policy.estimateIn }, policy, hours, madeAt);
    };
    return { name, madeAt, dueAt, estimateSeconds, before: under(before), after: under(after) };
  });
}
