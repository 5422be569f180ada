import { type Instant, isAfter, latest, plusSeconds } from "#base/instant.ts";
import type { Around } from "./around.ts";
import { type Case, isClosed, stepped } from "./case.ts";
import { caughtUp, goneOn, waiting, withStatusFrom } from "./status.ts";

/** What a word to the customer was for. */
export const abouts = ["acknowledgement", "introduction", "status", "waiting", "told", "question"] as const;
export type About = (typeof abouts)[number];

export type Word = { about: About; author: "human" | "automatic"; byMemberId: string | null };

type Beside = Pick<Around, "policy" | "contact" | "planDueAt">;

/**
 * A word has reached the customer at that instant. A person's counts as the day's word, and whether we spoke before they
 * asked; a machine's is kept apart and puts nothing off.
 */
export function withWord(found: Case, word: Word, at: Instant, beside: Beside): Case {
  const c = caughtUp(found, at, beside);
  if (word.author === "automatic") {
    const acknowledgedAt = word.about === "acknowledgement" ? (c.acknowledgedAt ?? at) : c.acknowledgedAt;
    const byMachine = c.statusByMachineCount + (word.about === "status" ? 1 : 0);
    return {
      ...c,
      acknowledgedAt,
      statusByMachineCount: byMachine,
      lastMachineWordAt: later(c.lastMachineWordAt, at),
    };
  }
  const spoken = { ...counted(c, at), firstWordAt: c.firstWordAt ?? at, lastWordAt: later(c.lastWordAt, at) };
  const by = word.byMemberId ? { memberId: word.byMemberId } : "machine";
  const said = stepped({ ...spoken, statusCount: c.statusCount + 1 }, "status", at, by);
  if (said.state !== "open" || isBehind(c, at)) return said;
  // Whoever asks again what the customer owes us goes on waiting.
  if (word.about === "waiting") return waiting(said, at);
  return withStatusFrom(said, at, beside);
}

/** A word can arrive out of order: one that is older than the last puts nothing off. */
function isBehind(c: Case, at: Instant): boolean {
  return c.lastWordAt !== null && isAfter(c.lastWordAt, at);
}

/** Who spoke first: our words before they asked against those after. The first word only answers what was raised. */
function counted(c: Case, at: Instant): Case {
  const since = c.lastWordAt ?? c.raisedAt;
  const isAfterAsking = c.lastAskedAt !== null && isAfter(c.lastAskedAt, since) && !isAfter(c.lastAskedAt, at);
  if (isAfterAsking) return { ...c, spokeAfterCount: c.spokeAfterCount + 1 };
  return c.firstWordAt ? { ...c, spokeFirstCount: c.spokeFirstCount + 1 } : c;
}

/**
 * The customer wrote to us about an open case. It counts as asking where a word was owed to them already, or where they
 * ask: no date moves by it. Where we waited for them the clock goes on, with what was left.
 */
export function withTheirWord(found: Case, words: string, at: Instant, beside: Beside): Case {
  const c = caughtUp(found, at, beside);
  if (c.state !== "open") return c;
  const isAsking = c.waitingSinceAt === null && (isOwedWord(c, at, beside) || asks(words));
  return goneOn(isAsking ? withAsking(c, at) : c, at);
}

/** They asked before we told them. */
export function withAsking(c: Case, at: Instant): Case {
  return isClosed(c) ? c : { ...c, chaseCount: c.chaseCount + 1, lastAskedAt: later(c.lastAskedAt, at) };
}

/** Have they heard nothing from a person yet, or for longer than we said they would? */
function isOwedWord(c: Case, at: Instant, { policy }: Beside): boolean {
  return c.firstWordAt === null || isAfter(at, plusSeconds(c.lastWordAt ?? c.raisedAt, policy.caseStatusSeconds));
}

/** Do these words ask something? A "thanks" does not. */
export function asks(words: string): boolean {
  return /[?？؟]/u.test(words);
}

function later(before: Instant | null, at: Instant): Instant {
  return before ? latest(before, at) : at;
}
