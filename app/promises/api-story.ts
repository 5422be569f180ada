import type * as z from "zod/mini";
import { type Instant, isAfter, iso } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import type { storyForStaff } from "./answers.ts";
import { forStaff, moveOut, type StaffPromise } from "./for-staff.ts";
import { caughtUp } from "./lateness.ts";
import type { Move } from "./move.ts";
import type { Promise_ } from "./promise.ts";
import { findStory } from "./store-story.ts";
import { awaitingMoves } from "./store-tellings.ts";

/** A promise with its whole story: moves with reasons, tellings with their delivery, rings, answers. */
export async function storyOf(
  tx: Tx,
  workspaceId: string,
  id: string,
  now: Instant,
): Promise<z.input<typeof storyForStaff>> {
  const { promise, moves, tellings, rings, verdicts } = await findStory(tx, workspaceId, id);
  return {
    ...forStaff(caughtUp(promise, now), moves.findLast(isAwaiting) ?? null),
    moves: moves.map(moveOut),
    tellings: tellings.map((t) => ({
      id: t.id,
      about: t.about,
      channel: t.channel,
      author: t.author,
      by_member_id: t.byMemberId,
      at: iso(t.at),
      logged_at: iso(t.loggedAt),
      logged_afterwards: t.messageId === null && t.at !== null && isAfter(t.loggedAt, t.at),
      note: t.note,
      next_word_at: iso(t.nextWordAt),
      message_id: t.messageId,
      message_state: t.messageState,
      undone_at: iso(t.undoneAt),
    })),
    rings: rings.map((r) => ({
      id: r.id,
      stage: r.stage,
      member_id: r.memberId,
      for_due_at: iso(r.forDueAt),
      rang_at: iso(r.rangAt),
      answered_at: iso(r.answeredAt),
      answer: r.answer,
    })),
    verdicts: verdicts.map((v) => ({
      id: v.id,
      answer: v.answer,
      outcome: v.outcome,
      words: v.words,
      at: iso(v.at),
      by_contact_id: v.byContactId,
      by_member_id: v.byMemberId,
    })),
  };
}

/** Several promises as they stand now, each with the move that awaits being told. */
export async function shownToStaff(
  tx: Tx,
  workspaceId: string,
  promises: Promise_[],
  now: Instant,
): Promise<StaffPromise[]> {
  if (promises.length === 0) return [];
  const awaiting = await awaitingMoves(
    tx,
    workspaceId,
    promises.map(({ id }) => id),
  );
  return promises.map((p) => forStaff(caughtUp(p, now), awaiting.findLast((move) => move.promiseId === p.id) ?? null));
}

function isAwaiting(move: Move): boolean {
  return move.toldAt === null && move.undoneAt === null;
}
