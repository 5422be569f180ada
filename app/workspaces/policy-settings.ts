import * as z from "zod/mini";
import { wallTime } from "#app/calendars/fields.ts";
import { writeDuration } from "#base/duration.ts";
import { duration } from "#base/fields.ts";
import { builtInKinds, defaultPolicy, type Policy } from "./policy.ts";

const count = (from: number, to: number) => z.int().check(z.minimum(from), z.maximum(to));
const share = z.number().check(z.minimum(0), z.maximum(1));
const shortWhile = z.pipe(duration, z.number().check(z.maximum(86_400)));
const between = (from: number, to: number) => z.pipe(duration, z.number().check(z.minimum(from), z.maximum(to)));
/** How an own kind is written. */
export const ownKind = z.string().check(
  z.regex(/^[a-z][a-z0-9_]{0,39}$/, "must be a word in small letters, such as table_ready"),
  z.refine((kind) => !builtInKinds.some((builtIn) => builtIn === kind), "is a built-in kind already"),
);

/** Every setting as it is written at the door. Unknown ones are refused. */
const settings = {
  estimate_in: z.enum(["working", "clock"]),
  ring_bundle: shortWhile,
  useful_notice_share: share,
  useful_notice_max_working_days: count(0, 30),
  ring_lead_max_working_days: count(1, 30),
  void_within: shortWhile,
  contradict_within_working_days: count(0, 90),
  verdict_within_days: count(1, 365),
  ask_for_verdict: z.boolean(),
  holding_message: z.boolean(),
  quiet_from: wallTime,
  quiet_until: wallTime,
  questions_per_day: count(0, 10),
  questions_per_month: count(0, 100),
  question_silences: count(1, 100),
  question_silence_days: count(0, 3650),
  link_days: count(1, 3650),
  odds: z.number().check(z.minimum(0.5), z.maximum(0.999)),
  show_member_figures_from_team_of: count(1, 1000),
  evidence_half_life_days: count(30, 3650),
  case_first_word: between(60, 30 * 86_400),
  case_queue: shortWhile,
  case_status: between(3600, 30 * 86_400),
  case_status_by_machine: z.boolean(),
  case_plan_stands_in: z.boolean(),
  case_unowned_ring: between(60, 86_400),
  case_ask_after_working_days: count(0, 30),
  case_asks: count(1, 10),
  kinds: z.array(ownKind).check(z.maxLength(50)),
};

type Nullable = { [Name in keyof typeof settings]: z.ZodMiniNullable<(typeof settings)[Name]> };
const nullable = Object.entries(settings).map(([name, schema]) => [name, z.nullable(schema)]);

/** A change of settings: null takes one back to what holds without it. */
export const settingsChange = z.partial(z.strictObject(Object.fromEntries(nullable) as Nullable));
export type SettingsChange = z.output<typeof settingsChange>;

/** Settings as an answer writes them. */
export const settingsOut = z.partial(z.object(settings));

export function writeSettings(policy: Partial<Policy>): z.input<typeof settingsOut> {
  return Object.fromEntries(
    Object.entries(policy).map(([setting, value]) => [
      nameAtTheDoor(setting),
      setting.endsWith("Seconds") ? writeDuration(Number(value)) : value,
    ]),
  );
}

/** The settings with a change made to them. */
export function changeSettings(before: Partial<Policy>, change: SettingsChange): Partial<Policy> {
  const changed = new Map<string, unknown>(Object.entries(change));
  const after = Object.keys(defaultPolicy).flatMap((setting) => {
    const given = changed.get(nameAtTheDoor(setting));
    const value = given === undefined ? before[setting as keyof Policy] : given;
    return value === undefined || value === null ? [] : [[setting, value]];
  });
  return Object.fromEntries(after);
}

/** `ringBundleSeconds` is `ring_bundle` there, because a duration is written with its unit: "PT10M". */
function nameAtTheDoor(setting: string): string {
  return setting.replace(/Seconds$/, "").replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
