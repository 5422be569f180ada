import { wordsFor } from "#app/letters/store.ts";
import { findMember } from "#app/members/store.ts";
import { type Addressee, queueMessage } from "#app/messages/actions.ts";
import { routeTo } from "#app/messages/route.ts";
import { newId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { demand } from "#base/refusal.ts";
import { type Deed, note } from "./actions-deed.ts";
import { addressee, letterOf } from "./actions-letter.ts";
import { measuredDue, type Promise_ } from "./promise.ts";
import type { Saying } from "./ready-letter.ts";
import { insertTelling } from "./store-tellings.ts";
import { type About, checkLogged, type KeptTelling, type LoggedTelling, type Telling } from "./telling.ts";

/**
 * Tells the customer, or logs that they were told: answers the telling, null where nobody is told. A message counts when
 * the customer's server accepts it; until then its `at` is null and the promise stands as it did.
 */
export async function tell(
  deed: Deed,
  p: Promise_,
  telling: Telling | null,
  saying: Saying,
): Promise<KeptTelling | null> {
  if (!telling) return null;
  const kept =
    "told" in telling ? logged(deed, p, telling.told, saying) : await written(deed, p, telling.message, saying);
  await insertTelling(deed.tx, deed.workspaceId, kept);
  if (kept.messageId) {
    note(deed, p, "customer written to", {
      facts: { telling_id: kept.id, message_id: kept.messageId, about: kept.about },
    });
  }
  return kept;
}

/** A machine's message to the customer, which counts as a machine's. */
export async function tellByMachine(deed: Deed, p: Promise_, about: "holding"): Promise<void> {
  const to = await addressee(deed, p);
  const owner = await findMember(deed.tx, deed.workspaceId, p.ownerId);
  const words = await wordsFor(to.reader.language);
  const facts = { promise: p.text, business: deed.setting.houseName, owner: owner?.name ?? "", dueAt: measuredDue(p) };
  const letter = words.holding(facts, to.reader);
  const asked = {
    to,
    letter: about,
    words: letter,
    author: "automatic",
    byMemberId: p.ownerId,
    dueAt: facts.dueAt,
  } as const;
  const messageId = await queueMessage(deed.tx, deed.workspaceId, asked, deed.now);
  const telling = {
    ...untold(deed, p, about, channelTo(to)),
    author: "automatic" as const,
    byMemberId: null,
    messageId,
  };
  await insertTelling(deed.tx, deed.workspaceId, telling);
}

function logged(deed: Deed, p: Promise_, told: LoggedTelling, saying: Saying): KeptTelling {
  demand(checkLogged(p, told, deed.now));
  return {
    ...untold(deed, p, saying.about, told.channel),
    at: told.at,
    note: told.note ?? null,
    nextWordAt: nextWordOf(saying),
  };
}

async function written(
  deed: Deed,
  p: Promise_,
  message: { body: string; subject?: string },
  saying: Saying,
): Promise<KeptTelling> {
  const to = await addressee(deed, p);
  const letter = await letterOf(deed, p, to, message.body, saying);
  const messageId = await queueMessage(
    deed.tx,
    deed.workspaceId,
    {
      to,
      letter: saying.about,
      words: message.subject ? { ...letter, subject: message.subject } : letter,
      author: "human",
      byMemberId: memberOf(deed),
    },
    deed.now,
  );
  return { ...untold(deed, p, saying.about, channelTo(to)), messageId, nextWordAt: nextWordOf(saying) };
}

function channelTo(to: Addressee): string {
  return routeTo(to)?.channel ?? "email";
}

function untold(deed: Deed, p: Promise_, about: About, channel: string): KeptTelling {
  return {
    id: newId(),
    promiseId: p.id,
    messageId: null,
    about,
    channel,
    author: "human",
    byMemberId: memberOf(deed),
    at: null,
    loggedAt: deed.now,
    note: null,
    nextWordAt: null,
    undoneAt: null,
  };
}

function memberOf({ by }: Deed): string | null {
  return typeof by === "object" && "memberId" in by ? by.memberId : null;
}

function nextWordOf(saying: Saying): Instant | null {
  return "nextWordAt" in saying ? (saying.nextWordAt ?? null) : null;
}
