import type { BodyOf } from "#base/contract.ts";
import { type Instant, isBefore, plusSeconds } from "#base/instant.ts";
import { invalid } from "#base/refusal.ts";
import { readSaid } from "#base/said/said.ts";
import type { Recording } from "./recording.ts";
import type { Setting } from "./setting.ts";
import type { Telling } from "./telling.ts";
import type { promisesContract } from "./wire.ts";

type NewPromise = BodyOf<(typeof promisesContract)["makePromise"]>;

/** The recording that a body asks for, with what is usual where it says nothing. */
export function recordingOf(body: NewPromise, now: Instant): Recording {
  const spot = body.on_the_spot ? onTheSpot(body, now) : null;
  const madeAt = spot?.madeAt ?? body.made_at ?? now;
  if (isBefore(now, body.made_at ?? now))
    throw invalid("made_in_future", "It cannot have been made in the future.", "made_at");
  return {
    customerId: body.customer_id ?? null,
    contactId: body.contact_id ?? null,
    toMemberId: body.to_member_id ?? null,
    text: body.text,
    kind: body.kind,
    // What was said is read as of when it was said.
    due: spot ? () => ({ dueAt: now, opensAt: null }) : dueOf(body, madeAt),
    estimate: body.estimate === undefined ? null : estimateOf(body.estimate),
    wantedByAt: body.wanted_by ?? null,
    ownerId: body.owner_id ?? null,
    handlerId: body.handler_id ?? null,
    coverId: body.cover_id ?? null,
    madeAt,
    madeVia: body.made_via ?? "said",
    isVisible: body.visible ?? true,
    isShared: body.shared ?? false,
    waitsForId: body.waits_for_id ?? null,
    // What was said already is written down as it was said; only what is about to be said can be said otherwise.
    isQuoted: !spot && !isBefore(madeAt, now),
    shortQuoteReason: body.short_quote_reason ?? null,
  };
}

/** What was put right on the spot was said and done within the minute before it is written down. */
function onTheSpot({ made_at: saidAt, due_at, due_words }: NewPromise, now: Instant) {
  if (due_at || due_words) throw invalid("due_on_the_spot", "What is done already has no due: leave it out.", "due_at");
  return { madeAt: plusSeconds(saidAt ?? now, -60) };
}

/** The due as given exactly, or as said in words, which are read in the zone and the hours of whoever speaks. */
export function dueOf(
  body: { due_at?: Instant | undefined; due_words?: string | undefined; opens_at?: Instant | undefined },
  now: Instant,
): (setting: Setting) => { dueAt: Instant; opensAt: Instant | null } {
  if (body.due_at && body.due_words) {
    throw invalid("due_twice", "Give the due time once: due_at, or due_words.", "due_words");
  }
  return (setting) => {
    if (body.due_at) return { dueAt: body.due_at, opensAt: body.opens_at ?? null };
    if (body.due_words) return readWords(body.due_words, setting, now);
    throw invalid("due_missing", 'Say by when: due_at (exact) or due_words (like "tomorrow noon").', "due_at");
  };
}

export function readWords(words: string, setting: Setting, now: Instant) {
  return readSaid(words, {
    now,
    timeZone: setting.speaker.timeZone,
    language: setting.speaker.language,
    calendar: setting.houseHours,
  });
}

type Estimated = number | { duration: number; in?: "working" | "clock" | undefined };

export function estimateOf(estimate: Estimated): { seconds: number; in?: "working" | "clock" | undefined } {
  const said = typeof estimate === "number" ? { duration: estimate, in: undefined } : estimate;
  return { seconds: Math.ceil(said.duration), in: said.in };
}

type Said = {
  message?: { body: string; subject?: string | undefined } | undefined;
  told?: { channel: string; at?: Instant | undefined; note?: string | undefined } | undefined;
};

/** One way of telling, or none. A call of which no time is said was held just now, by the clock of the house. */
export function tellingOf(body: Said, now: Instant): Telling | null {
  if (body.message && body.told) {
    throw invalid("told_twice", "Either write to them here, or log the call: not both.", "told");
  }
  if (body.message) return { message: body.message as { body: string; subject?: string } };
  return body.told ? ({ told: { ...body.told, at: body.told.at ?? now } } as Telling) : null;
}
