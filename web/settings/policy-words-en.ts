import type { PolicyScope } from "#app/workspaces/policy.ts";
import type { Moment, Sample } from "./moments.ts";
import type { Group, SettingName } from "./policy-list.ts";

const titles: Record<SettingName, string> = {
  ring_lead_max_working_days: "Ring at most so long before",
  estimate_in: "A bare estimate means",
  ring_bundle: "Bundle what rings within",
  holding_message: "Write an honest word to the customer when nobody answers the second ring",
  odds: "Advise a time that is kept with odds of",
  useful_notice_share: "Useful notice: this share of the time",
  useful_notice_max_working_days: "But never more than",
  void_within: "Undo a slip of the pen within",
  contradict_within_working_days: "“You did not call me” can be said for",
  ask_for_verdict: "Ask the customer whether a kept promise was kept",
  verdict_within_days: "They have the last word for",
  questions_per_day: "Questions to one person, a day",
  questions_per_month: "Questions to one person, a month",
  question_silences: "Stop asking after so many silences",
  question_silence_days: "Then ask nothing for",
  quiet_from: "Quiet from",
  quiet_until: "Quiet until",
  link_days: "A customer’s link opens for",
  show_member_figures_from_team_of: "Show a member’s figures to others in teams from",
  evidence_half_life_days: "In the one figure, what happened weighs half after",
  case_first_word: "A person writes to whoever raised something within",
  case_queue: "And so much later for each that waits before it",
  case_status: "How an open case stands is said every",
  case_status_by_machine: "Send the word that is due by machine, rather than let silence pass",
  case_plan_stands_in: "A dated step that they were told stands in for it",
  case_unowned_ring: "What nobody owns rings the next person after",
  case_ask_after_working_days: "Ask whether they are satisfied after",
  case_asks: "Ask at most so often, the last time by a person",
};

const hints: Record<SettingName, string> = {
  ring_lead_max_working_days:
    "The first ring comes 1.5 estimates before the due, or a quarter of the time where nothing was estimated. This is the most.",
  estimate_in: "Where somebody writes “3 hours” and no more.",
  ring_bundle: "Rings to one member that fall this close together are one mail.",
  holding_message: "It claims no work, says that a machine wrote it, and counts as one.",
  odds: "From half to 99.9 %. Surer is later; where too little was done so far, no time is advised.",
  useful_notice_share: "A new time counts as told in time while this much of the time to the old due is left.",
  useful_notice_max_working_days: "Of a long promise less than the share is enough.",
  void_within: "A promise written down by mistake leaves no trace, as long as nobody was told or saw it.",
  contradict_within_working_days: "So long a customer can say that a call which was logged by hand was never held.",
  ask_for_verdict: "One mail with two answers. Silence counts as nothing.",
  verdict_within_days: "Counted from when the promise was settled.",
  questions_per_day: "Questions only; news of a delay always leaves.",
  questions_per_month: "Questions only; news of a delay always leaves.",
  question_silences: "Unanswered questions in a row.",
  question_silence_days: "After that one may ask again.",
  quiet_from: "Automatic mail waits while it is night where the customer lives, unless a due would pass.",
  quiet_until: "On the clock of whoever reads it.",
  link_days: "Afterwards they ask for a new one, and it comes by mail.",
  show_member_figures_from_team_of: "In smaller teams a member sees their own figures, and nobody else does.",
  evidence_half_life_days: "So that an old year does not outweigh this one.",
  case_first_word: "In the time that the team is there; it is promised in the acknowledgement.",
  case_queue: "Shared among those who are on duty.",
  case_status: "Until they were told that it is done, and before a night rather than in it.",
  case_status_by_machine: "It counts as a machine’s, and a person’s word is still due.",
  case_plan_stands_in: "For many cases at once: no word before that step is due.",
  case_unowned_ring: "The duty person first, then the next, then the manager.",
  case_ask_after_working_days: "Counted from when they were told, and again from each question.",
  case_asks: "No answer leaves it unconfirmed, which is never satisfied.",
};

const scopes: Record<PolicyScope, string> = {
  workspace: "The business",
  kind: "One kind of promise",
  tier: "One tier of customers",
  customer: "One customer",
};

const groups: Record<Group, string> = {
  rings: "When it rings",
  quotes: "Which time is advised",
  telling: "What counts as told",
  verdicts: "The last word",
  questions: "How often we ask",
  cases: "What customers raise",
  reaching: "When and how we reach customers",
  figures: "Figures",
};

const samples: Record<Sample["name"], string> = {
  two_hours: "A call back within two hours",
  working_day: "Two hours of work, within one working day",
  week: "An answer within a week",
};

const moments: Record<Moment["what"], string> = {
  made: "promised",
  first: "first ring",
  second: "second ring, the manager too",
  holding: "an honest word to the customer",
  due: "due, the last ring",
  in_time: "until here a new time is told in time",
};

export const en = {
  scopes,
  groups,
  titles,
  hints,
  forWhom: "For whom",
  kind: "Kind",
  tier: "Tier",
  tierHint: "As it is written at its customers, such as “gold”.",
  customer: "Customer",
  chooseFirst: "Say first for whom.",
  customerHint: "Type a name …",
  noCustomer: "Nobody is called that.",
  exceptions: "Exceptions",
  exceptionsLead:
    "The nearest holds: a customer’s before a kind’s, a kind’s before a tier’s, a tier’s before the business’s.",
  estimates: { working: "working time", clock: "time on any clock" } as Record<string, string>,
  yes: "yes",
  no: "no",
  ours: (value: string) => `Usual: ${value}.`,
  business: (value: string) => `The business has: ${value}.`,
  back: (value: string) => `Back to ${value}`,
  backOf: (title: string, value: string) => `${title}: back to ${value}`,
  means: (value: string) => `That is ${value}.`,
  openHours: (hours: string) => `That is ${hours} of your open time.`,
  unreadable: {
    while: "Write how long, such as “10 min” or “1 hour 30 minutes”.",
    working_days: "Write whole working days, such as “2 working days”.",
    days: "Write days or weeks, such as “30 days” or “2 weeks”.",
    share: "Write a share, such as “25 %” or “a quarter”.",
    count: "Write a whole number.",
    time: "Write a time, such as 21:00.",
    choice: "Choose one.",
    yes: "Choose one.",
  },
  changed: (n: number) =>
    n === 0 ? "Nothing is changed yet." : n === 1 ? "1 setting is changed." : `${n} settings are changed.`,
  drop: "Put the changes away",
  theirs: "Somebody saved these settings meanwhile. What you touched stands here still; saving writes it over theirs.",
  preview: "When it would ring",
  previewLead: "For a promise made at your next open moment.",
  samples,
  moments,
  was: "now",
  isNew: "new",
  isGone: "no longer",
  open: "What is open now",
  nothingOpen: "Nothing is open just now.",
  noneChanges: (n: number, more: boolean) =>
    n === 1
      ? "The one open promise rings as before."
      : more
        ? `The ${n} most urgent open promises ring as before.`
        : `All ${n} open promises ring as before.`,
  someChange: (changed: number, n: number, more: boolean) =>
    `${changed} of ${more ? `the ${n} most urgent` : n} open promises would next ring at another time.`,
  ringsNever: "not again",
  andMore: (n: number) => `… and ${n} more.`,
};
