import { type Case, mayAct, mayWork } from "#app/cases/case.ts";
import { hasAnswer, mayAskByHand, mayComplete, mayReopen, mayTell, mayVoid } from "#app/cases/closing.ts";
import { mayAskToOwn, mayHandOn, mayOwn } from "#app/cases/owning.ts";
import { mayGoOn, mayWait } from "#app/cases/status.ts";
import type { Ruling } from "#base/refusal.ts";
import type { WholeCase } from "#web/cases/pages.ts";

/** All that a member can do to a case. */
export const caseActs = [
  ...(["own", "take_over", "plan", "hand_on", "wait", "resume", "done", "tell", "ask", "answer", "reopen"] as const),
  ...(["snooze", "wake", "ask_to_own", "chase", "escalate", "share", "change", "void"] as const),
] as const;
export type CaseAct = (typeof caseActs)[number];

type Standing = Pick<
  WholeCase,
  "owner_id" | "handler_id" | "next_owner_id" | "done_at" | "first_word_at" | "waiting_reason" | "snoozed_until"
> & { state: Case["state"] };

type Beside = {
  /** Who would do it. */
  memberId: string;
  /** Steps of the plan that are still open. */
  openPlans: number;
};

/** May this be done now? By the rules of the server, so that a button says no with the same sentence. */
export function mayNow(act: CaseAct, c: Standing, { memberId, openPlans }: Beside): Ruling {
  const { state } = c;
  const ownerId = c.owner_id;
  switch (act) {
    case "own":
    case "take_over":
      return mayOwn({ state, ownerId, nextOwnerId: c.next_owner_id }, memberId);
    case "hand_on":
      // To whom is not said yet: to those who have it already the form does not offer it.
      return mayHandOn({ state, ownerId, handlerId: c.handler_id }, "");
    case "ask_to_own":
      return mayAskToOwn({ state, ownerId }, "");
    case "plan":
    case "share":
    case "change":
      return mayWork({ state });
    case "wait":
      return mayWait({ state, waitingReason: c.waiting_reason });
    case "resume":
      return mayGoOn({ waitingReason: c.waiting_reason });
    case "done":
      return mayComplete({ state }, openPlans);
    case "tell":
      return mayTell({ state, doneAt: c.done_at });
    case "ask":
      return mayAskByHand({ state });
    case "answer":
      return hasAnswer({ state }, "satisfied") && hasAnswer({ state }, "not_satisfied");
    case "reopen":
      return mayReopen({ state });
    case "escalate":
    case "snooze":
    case "wake":
    case "chase":
      return mayAct({ state });
    case "void":
      return mayVoid({ state, firstWordAt: c.first_word_at });
  }
}

/** What is offered in sight, the one thing to do next first; all else stands behind one button. */
export function offered(
  c: Standing & { steps: WholeCase["steps"] },
  { memberId }: Pick<Beside, "memberId">,
): CaseAct[] {
  if (c.state === "told") return ["answer", "ask", "reopen"];
  if (c.state !== "open") return ["reopen"];
  const mine: CaseAct[] = c.owner_id === null ? ["own"] : c.next_owner_id === memberId ? ["take_over"] : [];
  const isPlanned = c.steps.some(({ name, at }) => name === "fixing" && at !== null);
  const doing: CaseAct[] = c.done_at
    ? ["tell", "plan"]
    : isPlanned
      ? ["done", "plan", "tell"]
      : ["plan", "done", "tell"];
  const pause: CaseAct = c.waiting_reason === null ? "wait" : "resume";
  return [...mine, ...doing, "hand_on", pause, c.snoozed_until === null ? "snooze" : "wake"];
}

/** The others, behind one button. */
export function others(shown: readonly CaseAct[], c: Standing): CaseAct[] {
  const never: CaseAct[] = ["own", "take_over", c.waiting_reason === null ? "resume" : "wait"];
  const aside: CaseAct = c.snoozed_until === null ? "wake" : "snooze";
  return caseActs.filter((act) => !shown.includes(act) && !never.includes(act) && act !== aside);
}
