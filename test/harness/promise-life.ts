import { caughtUp } from "#app/promises/lateness.ts";
import { newPromise } from "#app/promises/making.ts";
import {
  type Move,
  mayAnswerMove,
  mayMove,
  moveAccepted,
  moveContested,
  movedAndTold,
  moveUntold,
} from "#app/promises/move.ts";
import { mayAct, mayAnswer, mayVoid, measuredDue, type Promise_, type RingStage } from "#app/promises/promise.ts";
import { nextRing, ringNow, withRing } from "#app/promises/ring.ts";
import type { Setting } from "#app/promises/setting.ts";
import { type Answer, answered, checkAnswer, ended, goneOn, kept, mayKeep, notHeldUp } from "#app/promises/settling.ts";
import { type About, checkLogged, type Telling } from "#app/promises/telling.ts";
import { defaultPolicy } from "#app/workspaces/policy.ts";
import { businessHours } from "#base/calendar.ts";
import { earliest, type Instant, instantOf, isAfter, latest, plusSeconds, Temporal } from "#base/instant.ts";
import { demand, missing, Refusal } from "#base/refusal.ts";

/** An office in Berlin, Monday to Friday from nine to five; the tests live in its week from 2 March 2026. */
export const office = businessHours("Europe/Berlin");
export const policy = defaultPolicy;

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const monday = Temporal.PlainDate.from("2026-03-02");

/** The instant that an office clock shows: `on("Fri 16:30")`, a week later `on("next Mon 9:00")`. */
export function on(said: string): Instant {
  const [, next, weekday = "", time = ""] = /^(next )?(\w{3}) (.+)$/.exec(said) ?? [];
  const days = weekdays.indexOf(weekday) + (next ? 7 : 0);
  const plainTime = Temporal.PlainTime.from(time.padStart(time.length + (time.indexOf(":") === 1 ? 1 : 0), "0"));
  return instantOf(monday.add({ days }).toZonedDateTime({ timeZone: office.timeZone, plainTime }));
}

/** What an office clock shows at that instant, as `on` reads it; "never" for none. */
export function wall(at: Instant | null | undefined): string {
  if (!at) return "never";
  const local = at.toZonedDateTimeISO(office.timeZone);
  const days = local.toPlainDate().since(monday).days;
  const weekday = `${days >= 7 ? "next " : ""}${weekdays[local.dayOfWeek - 1]}`;
  const smallestUnit = local.second || local.millisecond ? "second" : "minute";
  return `${weekday} ${local.toPlainTime().toString({ smallestUnit }).replace(/^0/, "")}`;
}

export const setting: Setting = {
  houseName: "Kranich Heating",
  houseLanguage: "en",
  houseHours: office,
  hours: office,
  policy,
  owner: { id: "owner", name: "Ada", hasLeft: false },
  speaker: { timeZone: office.timeZone, language: "en" },
  customer: { id: "customer", name: "Baker", timeZone: null, mergedIntoId: null, contactIds: ["contact"] },
  contact: { id: "contact", name: "Mrs Baker", customerId: "customer" },
};

/** What a member says of a promise given on Monday at nine for Monday at one: a span of four hours. */
export const said = {
  customerId: "customer",
  contactId: "contact",
  toMemberId: null,
  text: "Send the drawing",
  kind: "other",
  dueAt: on("Mon 13:00"),
  opensAt: null,
  estimate: null,
  wantedByAt: null,
  ownerId: "owner",
  handlerId: "owner",
  coverId: null,
  madeAt: on("Mon 9:00"),
  madeVia: "phone",
  isVisible: true,
  isShared: false,
  waitsForId: null,
  isQuoted: true,
  shortQuoteReason: null,
  quote: null,
};

/** That promise, recorded when it was made, with what is different about it; another first due is its due too. */
export function aPromise(different: Partial<Promise_> = {}): Promise_ {
  const { madeAt = said.madeAt, firstDueAt: dueAt = said.dueAt, recordedAt = madeAt } = different;
  const made = newPromise({ ...said, madeAt, dueAt }, setting, { workspaceId: "house", memberId: "owner" }, recordedAt);
  return { ...made, ...different };
}

/** One act at a time: so many seconds later, about so many seconds, told by a call so long ago or a mail under way. */
export type Act = { do: keyof typeof acts; after: number; amount: number; lag: number };

/** A message whose acceptance by the customer's server is still to come, or to be heard of. */
type Mail = { about: About; acceptedAt: Instant; move: Move | null };
type Rung = { stage: RingStage; forDue: Instant; plannedAt: Instant; at: Instant };

/** A promise with all that befell it, as the actions would have it: the rules alone, without a database. */
export type Life = {
  now: Instant;
  p: Promise_;
  moves: readonly Move[];
  mails: readonly Mail[];
  rings: readonly Rung[];
  /** Keeps by a deed of ours, and the customer's yeses. */
  keeps: number;
  wasTold: boolean;
  policy: Setting["policy"];
};

export function aLife(p: Promise_, by: Setting["policy"] = policy): Life {
  const empty = { moves: [], mails: [], rings: [], keeps: 0, wasTold: false };
  return { ...empty, now: p.recordedAt, p: withRing(p, by, office), policy: by };
}

/** Everything that falls due until then happens, each at its time. */
export function awake(life: Life, until: Instant): Life {
  let at = life;
  for (let steps = 0; ; steps++) {
    if (steps > 200) throw new Error(`rings without end: ${at.p.ringStage} at ${at.now}`);
    const next = nextEvent(at);
    if (!next || isAfter(next, until)) return { ...at, now: until };
    at = rungAt(at, latest(next, at.now));
  }
}

/** The machine sleeps until then: nothing happens in between. */
export const asleep = (life: Life, until: Instant): Life => ({ ...life, now: until });

/** The act as its action does it: hear and catch up, ask the rules, change, set the alarm. Refused, nothing changes. */
export function acted(life: Life, act: Act): Life {
  try {
    return finished(acts[act.do](takenUp(life), act));
  } catch (refusal) {
    if (refusal instanceof Refusal) return life;
    throw refusal;
  }
}

const acts = {
  move(life: Life, { amount, lag }: Act): Life {
    const toDueAt = plusSeconds(life.now, amount);
    demand(mayMove(life.p, toDueAt, tellingOf(life, lag), life.now));
    const ids = { id: "move", promiseId: life.p.id, tellingId: "telling", byMemberId: "owner", reason: "Later." };
    const open = {
      notice: null,
      toldAt: null,
      acceptedAt: null,
      contestedAt: null,
      contestWords: null,
      undoneAt: null,
    };
    const from = { fromDueAt: measuredDue(life.p), askedAt: life.now, opensAt: null };
    return told(life, "move", lag, { ...ids, ...open, ...from, toDueAt });
  },
  update(life: Life, { lag }: Act): Life {
    demand(mayAct(life.p));
    return told(life, "update", lag);
  },
  keep(life: Life, { amount, lag }: Act): Life {
    const { p, now } = life;
    const telling =
      p.kind === "callback" ? tellingOf(life, -Math.abs(lag)) : p.kind === "email" ? tellingOf(life, lag) : null;
    const arrivedAt = p.kind === "visit" ? plusSeconds(now, -Math.abs(lag)) : undefined;
    const deed = { telling, arrivedAt, reached: amount % 2 === 0, leftMessage: amount % 3 === 0 };
    demand(mayKeep(p, deed, now));
    if (telling) return told(life, "keep", p.kind === "callback" ? -Math.abs(lag) : lag);
    return { ...life, p: kept(p, deed, arrivedAt ?? now, "said"), keeps: life.keeps + 1 };
  },
  onTrack(life: Life): Life {
    demand(mayAct(life.p));
    return { ...life, p: { ...life.p, ringAnsweredAt: life.now } };
  },
  release: (life: Life): Life => over(life, "released"),
  fail: (life: Life): Life => over(told(life, "failure", 0), "not_kept"),
  undo(life: Life): Life {
    demand(mayVoid(life.p, life.policy, life.wasTold, life.now));
    return over(life, "void");
  },
  yes: (life: Life): Life => ({ ...verdict(life, "kept"), keeps: life.keeps + 1 }),
  notKept: (life: Life): Life => verdict(life, "not_kept"),
  openAgain: (life: Life): Life => verdict(life, "open_again"),
  accept(life: Life): Life {
    demand(mayAnswerMove(life.p, standing(life)));
    return { ...life, p: moveAccepted(life.p) };
  },
  contest(life: Life): Life {
    const move = standing(life);
    demand(mayAnswerMove(life.p, move));
    return move ? { ...life, p: caughtUp(moveContested(life.p, move), life.now) } : life;
  },
  notCalled(life: Life): Life {
    const move = standing(life);
    if (!move || life.p.state !== "open") throw missing("move");
    const moves = life.moves.map((each) => (each === move ? { ...move, undoneAt: life.now } : each));
    return { ...life, moves, p: caughtUp(moveUntold(life.p, move), life.now) };
  },
  holdUp(life: Life, { lag }: Act): Life {
    demand(mayAct(life.p));
    return told(life, "hold_up", lag);
  },
  goOn(life: Life): Life {
    demand(mayAct(life.p));
    return { ...life, p: goneOn(life.p, life.now) };
  },
  notHeldUp(life: Life): Life {
    demand(mayAct(life.p));
    return { ...life, p: caughtUp(notHeldUp(life.p), life.now) };
  },
};
export const everyAct = Object.keys(acts) as Act["do"][];

function over(life: Life, state: "released" | "not_kept" | "void"): Life {
  demand(mayAct(life.p));
  return { ...life, p: ended(life.p, state, life.now, "member") };
}

function verdict(life: Life, answer: Answer): Life {
  demand(mayAnswer(life.p, life.policy, life.now) ?? checkAnswer(life.p, answer));
  return { ...life, p: answered(life.p, answer, life.now) };
}

function standing(life: Life): Move | null {
  return life.moves.findLast((move) => move.toldAt && !move.undoneAt) ?? null;
}

function tellingOf({ p, now }: Life, lag: number): Telling {
  if (lag > 0) return { message: { body: "A word." } };
  return { told: { channel: p.kind === "email" ? "email" : "phone", at: plusSeconds(now, lag) } };
}

function told(life: Life, about: About, lag: number, move: Move | null = null): Life {
  const telling = tellingOf(life, lag);
  const mail = { about, acceptedAt: plusSeconds(life.now, lag), move };
  if ("message" in telling) return { ...life, wasTold: true, mails: [...life.mails, mail] };
  demand(checkLogged(life.p, telling.told, life.now));
  return heard({ ...life, wasTold: true }, mail);
}

function heard(life: Life, { about, acceptedAt: at, move }: Mail): Life {
  const now = caughtUp(life.p, at);
  const p = { ...now, lastWordAt: now.lastWordAt ? latest(now.lastWordAt, at) : at };
  if (p.state !== "open") return { ...life, p };
  if (about === "hold_up") return { ...life, p: { ...p, heldUpAt: at } };
  if (about === "keep") return { ...life, p: kept(p, {}, at, "phone"), keeps: life.keeps + 1 };
  if (!move) return { ...life, p };
  const { promise, notice } = movedAndTold(p, move, at, life.policy, office);
  return { ...life, p: promise, moves: [...life.moves, { ...move, toldAt: at, notice }] };
}

function takenUp(life: Life): Life {
  const isHere = (mail: Mail) => !isAfter(mail.acceptedAt, life.now);
  const byTime = (a: Mail, b: Mail) => a.acceptedAt.epochMilliseconds - b.acceptedAt.epochMilliseconds;
  const waiting = { ...life, mails: life.mails.filter((mail) => !isHere(mail)) };
  const after = life.mails.filter(isHere).toSorted(byTime).reduce(heard, waiting);
  return { ...after, p: caughtUp(after.p, life.now) };
}

const finished = (life: Life): Life => ({ ...life, p: withRing(life.p, life.policy, office) });

function nextEvent({ p, mails }: Life): Instant | null {
  const [first, ...others] = [...mails.map(({ acceptedAt }) => acceptedAt), ...(p.nextRingAt ? [p.nextRingAt] : [])];
  return first ? earliest(first, ...others) : null;
}

/** What the clock does, once: ring the last that is due. */
function rungAt(before: Life, now: Instant): Life {
  const life = takenUp({ ...before, now });
  const stage = ringNow(life.p, life.policy, office, now);
  const plannedAt = nextRing(life.p, life.policy, office)?.at;
  if (!stage || !plannedAt) return finished(life);
  if (stage === "ask") return finished({ ...life, p: { ...life.p, ringStage: stage, askedAt: now } });
  const p = { ...life.p, ringStage: stage, rangFirstAt: life.p.rangFirstAt ?? now, ringAnsweredAt: null };
  return finished({ ...life, p, rings: [...life.rings, { stage, forDue: measuredDue(life.p), plannedAt, at: now }] });
}
