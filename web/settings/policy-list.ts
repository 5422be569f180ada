import type { AnswerAt } from "#web/desk/contracts.ts";
import type { Language } from "#web/ui/reader.ts";
import { type Measure, readMeasure, sayMeasure } from "./measures.ts";

/** All settings, and what of them is overridden for whom. */
export type Policies = AnswerAt<"GET", "/policies">;
/** Settings as the house writes them. Kinds have a page of their own. */
export type Settings = Policies["defaults"];
export type SettingName = keyof typeof measures;
export type Value = string | number | boolean;

/** How each is set: in words of a measure, by the clock, by yes or no, or as one of a few. */
export const measures = {
  ring_lead_max_working_days: "working_days",
  estimate_in: "choice",
  odds: "share",
  ring_bundle: "while",
  holding_message: "yes",
  useful_notice_share: "share",
  useful_notice_max_working_days: "working_days",
  void_within: "while",
  contradict_within_working_days: "working_days",
  ask_for_verdict: "yes",
  verdict_within_days: "days",
  questions_per_day: "count",
  questions_per_month: "count",
  question_silences: "count",
  question_silence_days: "days",
  quiet_from: "time",
  quiet_until: "time",
  link_days: "days",
  show_member_figures_from_team_of: "count",
  evidence_half_life_days: "days",
  case_first_word: "while",
  case_queue: "while",
  case_status: "while",
  case_status_by_machine: "yes",
  case_plan_stands_in: "yes",
  case_unowned_ring: "while",
  case_ask_after_working_days: "working_days",
  case_asks: "count",
} as const satisfies Partial<Record<keyof Settings, Measure | "time" | "yes" | "choice">>;

/** In the order in which they stand. */
export const groups = {
  rings: ["ring_lead_max_working_days", "holding_message", "ring_bundle", "estimate_in"],
  quotes: ["odds"],
  telling: ["useful_notice_share", "useful_notice_max_working_days", "contradict_within_working_days", "void_within"],
  verdicts: ["ask_for_verdict", "verdict_within_days"],
  questions: ["questions_per_day", "questions_per_month", "question_silences", "question_silence_days"],
  cases: [
    ...(["case_first_word", "case_queue", "case_unowned_ring", "case_status", "case_status_by_machine"] as const),
    ...(["case_plan_stands_in", "case_ask_after_working_days", "case_asks"] as const),
  ],
  reaching: ["quiet_from", "quiet_until", "link_days"],
  figures: ["show_member_figures_from_team_of", "evidence_half_life_days"],
} as const satisfies Record<string, readonly SettingName[]>;
export type Group = keyof typeof groups;

/** What is asked of each promise, so that a kind, a tier or a customer may have it otherwise; the rest is the business's. */
export const groupsOfAPromise: readonly Group[] = ["rings", "quotes", "telling", "verdicts"];

/** As it stands in its field. */
export function saidOf(name: SettingName, value: Value | undefined, language: Language): string {
  const measure = measures[name];
  if (value === undefined) return "";
  if (measure === "yes") return value ? "yes" : "no";
  return measure === "time" || measure === "choice" ? String(value) : sayMeasure(value, measure, language);
}

/** What was typed, as the house writes it; null where it cannot be read. */
export function readValue(name: SettingName, typed: string): Value | null {
  const measure = measures[name];
  if (measure === "yes") return typed === "yes";
  return measure === "time" || measure === "choice" ? typed || null : readMeasure(typed, measure);
}
