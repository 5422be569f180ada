import type { Look } from "#app/promises/page-look.ts";
import type { Step } from "./case.ts";
import type { Expectation } from "./pulse.ts";

/** What a customer can say about what they raised. */
export const caseActs = ["satisfied", "not_satisfied", "asking", "manager"] as const;
export type CaseAct = (typeof caseActs)[number];

export function isCaseAct(text: string): text is CaseAct {
  return (caseActs as readonly string[]).includes(text);
}

/** What the customer's page says about what they raised, in one language. */
export type CasePageWords = {
  heading: string;
  none: string;
  all: string;
  back: string;

  /** Who has it, and when they hear next: beside each case. */
  state: Record<"unowned" | "owned" | "told" | "satisfied" | "unconfirmed", string>;
  nextWord: string;
  waiting: string;
  youSaid: string;
  whatWeDid: string;
  steps: string;
  step: Record<Step, string>;
  taken: string;
  takenBy: string;
  notYet: string;
  notNeeded: string;
  said: string;
  wrote: string;
  /** A file without a name of its own. */
  file: string;
  machine: string;

  acts: Record<CaseAct, { label: string; ask: string; follows: string; send: string; thanks: string }>;
  /** How it was beside what they expected, and five feelings from very bad to very good. */
  pulse: {
    ask: string;
    feeling: string;
    feelings: readonly [string, string, string, string, string];
    expected: Record<Expectation, string>;
    thanks: string;
  };
  question: string;
  words: string;
  tooLate: string;
  tooLong: string;
  missing: string;

  tellUs: string;
  tellUsMore: string;
  tellUsLabel: string;
  tellUsSend: string;
  tellUsThanks: string;
};

/** How a page of cases is shown: in its own words, with times and links as everywhere. */
export type CaseLook = Look & { cases: CasePageWords };
