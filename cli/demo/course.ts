import type { Calendar } from "#base/calendar.ts";
import { type Instant, isBefore, latest, plusSeconds, secondsBetween } from "#base/instant.ts";
import { roundOutwards } from "#base/rounding.ts";
import { addWorkingTime, isOpen, lastOpen, nextOpen } from "#base/working-time.ts";
import type { Business } from "./business.ts";
import type { Chance } from "./chance.ts";
import type { Plan } from "./plan.ts";

/** What somebody does about a promise, and when. */
export type Deed = { at: Instant; act: Act };

export type Act =
  | { do: "make"; isAfterwards?: true }
  | { do: "update"; inWriting?: true }
  | { do: "make_series"; every: "week" | "month" }
  | { do: "make_group"; count: number }
  | { do: "keep_occurrence" | "keep_group" | "join" }
  | { do: "decline" | "void" | "on_track" | "release" | "release_ours" | "fail" | "hold_up" | "go_on" }
  | { do: "seen" | "chase" | "accept_move" | "contest_move" | "contradict" | "correct" | "split" | "accept_owning" }
  | { do: "move"; dueAt: Instant }
  | { do: "hand_on"; to: number }
  | { do: "keep"; arrivedAt?: Instant; withMore?: true }
  | { do: "verdict"; answer: "kept" | "not_kept" | "open_again" };

type Life = { plan: Plan; business: Business; hours: Calendar; chance: Chance };

const longSpan = 4 * 3600;

/** The whole course of one promise, as it would be lived if nobody looked at it in between. */
export function courseOf(life: Life): Deed[] {
  const { plan, chance } = life;
  const span = secondsBetween(plan.madeAt, plan.dueAt);
  const isLong = span > longSpan;
  const at = (share: number) => plusSeconds(plan.madeAt, share * span);
  const made: Deed = { at: plan.madeAt, act: { do: "make" } };
  const fate = chance.next();
  if (fate < 0.008) return [made, { at: plusSeconds(plan.madeAt, chance.between(60, 500)), act: { do: "void" } }];
  if (fate < 0.028) return [{ at: plan.madeAt, act: { do: "decline" } }];
  if (fate < 0.05) return [made, { at: at(chance.between(0.2, 0.8)), act: { do: "release" } }];
  if (fate < 0.056) return [made, { at: at(chance.between(0.2, 0.8)), act: { do: "release_ours" } }];
  if (fate < 0.066) return [made, { at: open(life, at(chance.between(0.6, 0.95))), act: { do: "fail" } }];
  if (fate < 0.081) {
    const written = latest(plan.doneAt, at(0.93));
    return [{ at: written, act: { do: "make", isAfterwards: true } }, ...ending(life, written)];
  }
  return [made, ...aside(life, span, at), ...(fate < 0.115 && isLong ? heldUp(life, at) : worked(life))];
}

/** What happens beside the work: they look at their page, somebody says how it stands, it changes hands, was written wrongly. */
function aside(life: Life, span: number, at: (share: number) => Instant): Deed[] {
  const { plan, business, chance } = life;
  const isLong = span > longSpan;
  const deeds: Deed[] = [];
  if (chance.is(0.1)) deeds.push({ at: at(chance.between(0.1, 0.6)), act: { do: "seen" } });
  if (chance.is(isLong ? 0.15 : 0.05))
    deeds.push({ at: open(life, at(chance.between(0.3, 0.7))), act: { do: "update" } });
  // The first reminder comes when a quarter of the span is left, or before they go home; most answer it soon.
  const rungAt = said(life, at(0.75));
  if (chance.is(0.85)) deeds.push({ at: plusSeconds(rungAt, 90 + 0.05 * span), act: { do: "on_track" } });
  if (chance.is(0.008)) deeds.push({ at: at(0.15), act: { do: "correct" } });
  if (chance.is(0.004)) deeds.push({ at: plusSeconds(plan.madeAt, 120), act: { do: "join" } });
  if (isLong && chance.is(0.02)) deeds.push({ at: open(life, at(0.4)), act: { do: "split" } });
  if (isLong && chance.is(0.03)) {
    const others = [...business.people.keys()].filter((i) => i !== plan.owner && business.people[i]?.role !== "viewer");
    deeds.push({ at: open(life, at(0.15)), act: { do: "hand_on", to: chance.oneOf(others) } });
    deeds.push({ at: open(life, at(0.25)), act: { do: "accept_owning" } });
  }
  return deeds.filter((deed) => isBefore(deed.at, plan.doneAt));
}

/** The customer owes us something: the clock stands until it comes, and then the work takes what it takes. */
function heldUp(life: Life, at: (share: number) => Instant): Deed[] {
  const { plan, chance } = life;
  const from = open(life, at(0.3));
  const seconds = chance.between(0.5, 4) * 86_400;
  const until = open(life, plusSeconds(from, seconds));
  const held = secondsBetween(from, until);
  const later = { ...plan, dueAt: plusSeconds(plan.dueAt, held), doneAt: plusSeconds(plan.doneAt, held) };
  const rest = worked({ ...life, plan: later }).filter((deed) => !isBefore(deed.at, until));
  return [{ at: from, act: { do: "hold_up" } }, { at: until, act: { do: "go_on" } }, ...rest];
}

/** It is done in time, or it is not, and then it shows what sort of person its owner is. */
function worked(life: Life): Deed[] {
  const { plan, business, chance } = life;
  if (!isBefore(plan.dueAt, plan.doneAt)) return ending(life, plan.doneAt);
  const candour = business.people[plan.owner]?.candour ?? 0.6;
  const lateness = chance.next();
  const at = (share: number) => plusSeconds(plan.madeAt, share * secondsBetween(plan.madeAt, plan.dueAt));
  if (lateness < candour) {
    const isInTime = chance.is(0.8);
    return moved(life, said(life, at(isInTime ? chance.between(0.35, 0.6) : chance.between(0.86, 0.97))));
  }
  if (lateness < candour + 0.15) {
    return [{ at: said(life, at(0.9)), act: { do: "update" } }, ...ending(life, plan.doneAt)];
  }
  const chased: Deed[] = chance.is(0.45) ? [{ at: at(chance.between(1.02, 1.3)), act: { do: "chase" } }] : [];
  const isLong = secondsBetween(plan.dueAt, plan.doneAt) > 3600;
  if (isLong && chance.is(0.5)) return [...chased, ...moved(life, open(life, at(1.15)))];
  return [...chased, ...ending(life, plan.doneAt)];
}

/** A new time, told; now and then that one does not hold either, or does not suit them. */
function moved(life: Life, at: Instant): Deed[] {
  const { plan, hours, chance } = life;
  const left = Math.max(300, secondsBetween(at, plan.doneAt));
  const wanted = plusSeconds(at, left * chance.between(1.05, 1.5));
  const rounded = roundOutwards(isOpen(hours, wanted) ? wanted : (nextOpen(hours, wanted) ?? wanted), at, hours);
  const dueAt = isBefore(plan.dueAt, rounded) ? rounded : plusSeconds(plan.dueAt, 1800);
  const deeds: Deed[] = [{ at, act: { do: "move", dueAt } }];
  const answer = chance.next();
  const answeredAt = plusSeconds(at, secondsBetween(at, dueAt) * chance.between(0.05, 0.3));
  if (answer < 0.35) deeds.push({ at: answeredAt, act: { do: "accept_move" } });
  else if (answer < 0.41) deeds.push({ at: answeredAt, act: { do: "contest_move" } });
  else if (answer < 0.43) deeds.push({ at: answeredAt, act: { do: "contradict" } });
  const isAgain = chance.is(0.1);
  const doneAt = isAgain ? plusSeconds(dueAt, left * chance.between(0.1, 0.4)) : plan.doneAt;
  const next = { ...plan, madeAt: at, dueAt, doneAt, opensAt: null };
  return [...deeds, ...(isAgain ? worked({ ...life, plan: next }) : ending(life, doneAt))];
}

/** It is done, and some customers say whether it is. */
function ending(life: Life, doneAt: Instant): Deed[] {
  const { plan, business, hours, chance } = life;
  const isVisit = plan.work.kind === "visit";
  const at = isVisit ? plusSeconds(doneAt, chance.between(900, 4500)) : open(life, doneAt);
  const withMore = chance.is(0.03) ? ({ withMore: true } as const) : {};
  const keep: Deed = { at, act: { do: "keep", ...withMore, ...(isVisit && { arrivedAt: doneAt }) } };
  // Of what nobody asks about they speak rarely, unless it was not done.
  const isAsked = !business.unasked.includes(plan.work.kind);
  const answer = isAsked || chance.is(0.3) ? chance.next() : 1;
  const said = plusSeconds(at, chance.logNormal(8 * 3600, 0.9));
  if (answer < 0.55) return [keep, { at: said, act: { do: "verdict", answer: "kept" } }];
  if (answer < 0.56) return [keep, { at: said, act: { do: "verdict", answer: "not_kept" } }];
  if (answer > 0.585) return [keep];
  const again = open(life, plusSeconds(said, chance.between(1800, 9000)));
  const dueAt = roundOutwards(addWorkingTime(hours, again, chance.between(1, 9) * 3600) ?? again, again, hours);
  const done = plusSeconds(again, secondsBetween(again, dueAt) * 0.8);
  return [
    keep,
    { at: said, act: { do: "verdict", answer: "open_again" } },
    { at: again, act: { do: "move", dueAt } },
    { at: done, act: { do: "keep", ...(isVisit && { arrivedAt: done }) } },
    { at: plusSeconds(done, 5000), act: { do: "verdict", answer: "kept" } },
  ];
}

/** When they are at work again. */
function open({ hours }: Life, at: Instant): Instant {
  return isOpen(hours, at) ? at : (nextOpen(hours, at) ?? at);
}

/** The last time before it when they were at work, once the promise was made. */
function said({ hours, plan }: Life, at: Instant): Instant {
  if (isOpen(hours, at)) return at;
  const before = lastOpen(hours, at);
  return before && isBefore(plan.madeAt, before) ? plusSeconds(before, -60) : at;
}
