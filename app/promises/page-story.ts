import type { Calendar } from "#base/calendar.ts";
import { type Instant, isAfter } from "#base/instant.ts";
import { addWorkingTime, workingDaySeconds } from "#base/working-time.ts";
import type { Move } from "./move.ts";
import type { Promise_ } from "./promise.ts";
import { type KeptTelling, mayContradict } from "./telling.ts";

export type Told = KeptTelling & { messageBody: string | null };
export type Verdict = { answer: "yes" | "not_yet"; words: string | null; at: Instant };

type What =
  | ("promised" | "moved" | "told" | "held_up" | "handed_on" | "holding" | "corrected" | "contradicted")
  | ("asked" | "fine" | "does_not_suit" | "yes" | "not_yet");

/** One thing that happened to a promise, as the customer reads it. */
export type StoryItem = {
  what: What;
  at: Instant;
  by: string | null;
  via: string | null;
  words: string | null;
  /** What stood there before it was corrected. */
  before: string | null;
  dueAt: Instant | null;
  nextWordAt: Instant | null;
  count: number;
  isLoggedAfterwards: boolean;
  /** The telling of which they may still say that it did not happen. */
  contradicts: string | null;
};

type Beside = { moves: readonly Move[]; tellings: readonly Told[]; verdicts: readonly Verdict[] };
type May = { contradict: boolean; days: number; houseHours: Calendar; now: Instant };
type NameOf = (id: string | null) => string;

/** What changed and why, oldest first: only what reached them and what they said themselves. */
export function storyOf(p: Promise_, { moves, tellings, verdicts }: Beside, nameOf: NameOf, may: May): StoryItem[] {
  const wasHandedOn = tellings.some(({ about, at }) => about === "hand_on" && at !== null);
  const moveOf = new Map(moves.map((move) => [move.tellingId, move]));
  const items = [
    item("promised", p.madeAt, { by: wasHandedOn ? null : nameOf(p.ownerId), via: p.madeVia }),
    ...tellings.flatMap((told) => tellingItems(told, moveOf.get(told.id) ?? null, nameOf, may)),
    ...moves.flatMap(moveAnswers),
    ...(p.chasedAt ? [item("asked", p.chasedAt, { by: nameOf(p.ownerId), count: p.chaseCount })] : []),
    ...verdicts.map(({ answer, words, at }) => item(answer, at, { words })),
  ];
  return items.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
}

/** What has not reached them (still on its way, bounced) is not theirs to read. */
function tellingItems(told: Told, move: Move | null, nameOf: NameOf, may: May): StoryItem[] {
  if (!told.at) return [];
  const isLogged = told.messageId === null;
  const by = told.author === "human" ? nameOf(told.byMemberId) : null;
  const via = isLogged ? told.channel : null;
  if (told.undoneAt) return isLogged ? [item("contradicted", told.undoneAt, { by, via, dueAt: told.at })] : [];
  if (told.about === "correction") return [item("corrected", told.at, { by, ...correction(told.note ?? "") })];
  // A logged call's note is ours; a message they have read themselves.
  const common = {
    by,
    via,
    words: told.messageBody,
    nextWordAt: told.nextWordAt,
    ...contradiction(told, isLogged, may),
  };
  switch (told.about) {
    case "move":
      return move ? [item("moved", told.at, { ...common, words: move.reason, dueAt: move.toDueAt })] : [];
    case "hold_up":
      return [item("held_up", told.at, common)];
    case "hand_on":
      return [item("handed_on", told.at, common)];
    case "holding":
      return [item("holding", told.at, common)];
    default:
      return [item("told", told.at, common)];
  }
}

function contradiction(told: Told, isLogged: boolean, { contradict, days, houseHours, now }: May) {
  const isLoggedAfterwards = isLogged && told.at !== null && isAfter(told.loggedAt, told.at);
  if (!isLogged || !contradict) return { isLoggedAfterwards, contradicts: null };
  const until = addWorkingTime(houseHours, told.loggedAt, days * workingDaySeconds(houseHours));
  return { isLoggedAfterwards, contradicts: mayContradict(told, until, now) === null ? told.id : null };
}

function moveAnswers({ acceptedAt, contestedAt, contestWords }: Move): StoryItem[] {
  return [
    ...(contestedAt ? [item("does_not_suit", contestedAt, { words: contestWords })] : []),
    ...(acceptedAt ? [item("fine", acceptedAt, {})] : []),
  ];
}

/** A correction's note is the text before it, where that changed, and in its last line the reason. */
function correction(note: string): { words: string; before: string | null } {
  const end = note.lastIndexOf("\n");
  return end < 0 ? { words: note, before: null } : { words: note.slice(end + 1), before: note.slice(0, end) };
}

function item(what: What, at: Instant, said: Partial<StoryItem>): StoryItem {
  return { ...blank, ...said, what, at };
}

const blank = {
  by: null,
  via: null,
  words: null,
  before: null,
  dueAt: null,
  nextWordAt: null,
  count: 1,
  isLoggedAfterwards: false,
  contradicts: null,
} as const;
