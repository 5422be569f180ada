import type { Letter, Reader } from "#app/letters/letter.ts";
import { wordsFor } from "#app/letters/store.ts";
import type { Ringing, Words } from "#app/letters/words.ts";
import { memberAddressed, queueMessage } from "#app/messages/actions.ts";
import { queuePushes } from "#app/messages/actions-pushes.ts";
import { type Instant, plusSeconds, secondsBetween, wholeSecond } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { measuredDue } from "./promise.ts";
import { type RingFacts, ringFactsOf } from "./store-ring-facts.ts";
import { isRinging, lockRingMail, markMailed, postponeMail, type Ring, ringsToMail } from "./store-rings.ts";

// Below this a ring is as punctual as a poll each second makes it; beyond, the machine was not running.
const asleepAfterSeconds = 300;

// While more rings the same member the mail waits for it, but nobody's word waits longer than this.
const longestWaitSeconds = 30;

type About = RingFacts & { ring: Ring };

/** Writes to a member about all that rings for them now: one mail for the rings of time, one for each customer's answer. */
export async function mailRings(tx: Tx, workspaceId: string, memberId: string, now: Instant): Promise<void> {
  await lockRingMail(tx, workspaceId, memberId);
  // Asked before the rings are read: what stops ringing in between has its ring among them.
  const moreToCome = await isRinging(tx, workspaceId, memberId, now);
  const wait = { until: wholeSecond(plusSeconds(now, 1)), unlessSince: plusSeconds(now, -longestWaitSeconds) };
  if (moreToCome && (await postponeMail(tx, workspaceId, memberId, wait))) return;
  const rings = await ringsToMail(tx, workspaceId, memberId);
  if (rings.length === 0) return;
  const to = await memberAddressed(tx, workspaceId, memberId, now);
  const words = await wordsFor(to.reader.language);
  const known = await ringFactsOf(tx, workspaceId, [...new Set(rings.map((ring) => ring.promiseId))]);
  const facts = rings.flatMap((ring): About[] => {
    const about = known.find(({ promise }) => promise.id === ring.promiseId);
    return about ? [{ ...about, ring }] : [];
  });
  const queue = async (letter: string, written: Letter, ids: string[]) => {
    const mail = { to, letter, words: written, author: "automatic", byMemberId: null } as const;
    const messageId = await queueMessage(tx, workspaceId, mail, now);
    await markMailed(tx, workspaceId, ids, messageId);
    await queuePushes(tx, workspaceId, { memberId, messageId }, now);
  };
  const timed = facts.filter(({ ring }) => isTimed(ring.stage));
  if (timed.length > 0) {
    const asleepSince = timed
      .map(({ ring }) => ring)
      .find((ring) => secondsBetween(ring.plannedAt, ring.rangAt) > asleepAfterSeconds);
    const letter = words.rings({ rings: timed.map(ringingOf), asleepSince: asleepSince?.plannedAt ?? null }, to.reader);
    await queue(
      "rings",
      letter,
      timed.map(({ ring }) => ring.id),
    );
  }
  for (const about of facts.filter(({ ring }) => !isTimed(ring.stage))) {
    await queue(about.ring.stage, heardLetter(words, about, to.reader), [about.ring.id]);
  }
}

const timedStages = ["first", "second", "due", "waited_for", "handed_on", "bounced"] as const;

function isTimed(stage: string): stage is Ringing["why"] {
  return (timedStages as readonly string[]).includes(stage);
}

function ringingOf({ ring, promise, customer, contact, phone, preferredChannel }: About): Ringing {
  return {
    why: isTimed(ring.stage) ? ring.stage : "due",
    promise: promise.text,
    customer,
    dueAt: ring.forDueAt,
    contact,
    phone,
    preferredChannel,
    lastWordAt: promise.lastWordAt,
    path: `/promises/${promise.id}`,
  };
}

/** What a customer said to us about one promise, in a letter of its own. */
function heardLetter(words: Words, { ring, promise, customer, contact }: About, reader: Reader): Letter {
  const path = `/promises/${promise.id}`;
  const heard = { promise: promise.text, customer, contact: contact ?? customer, words: ring.words, path };
  const dueAt = measuredDue(promise);
  if (ring.stage === "contested") return words.contested({ ...heard, dueAt }, reader);
  if (ring.stage === "chased") return words.chased({ ...heard, dueAt }, reader);
  if (ring.stage === "contradicted") return words.contradicted({ ...heard, saidAt: ring.plannedAt }, reader);
  return words.reopened(heard, reader);
}
