import type { Entry } from "#app/journal/entry.ts";
import type { Instant } from "#base/instant.ts";
import { latest } from "#base/instant.ts";
import { type Deed, note } from "./actions-deed.ts";
import { caughtUp } from "./lateness.ts";
import { movedAndTold } from "./move.ts";
import type { Promise_ } from "./promise.ts";
import { kept } from "./settling.ts";
import { settingOf } from "./store-setting.ts";
import { markTold, moveOfTelling, saveMove } from "./store-tellings.ts";
import type { KeptTelling } from "./telling.ts";

/**
 * The customer has been told, at that instant: their server accepted the message, or the call was held. What the
 * telling was about now takes effect. The promise is first caught up to that instant, not further.
 */
export async function hear(deed: Deed, p: Promise_, telling: KeptTelling, at: Instant): Promise<Promise_> {
  if (telling.at === null) await markTold(deed.tx, deed.workspaceId, telling.id, at);
  const told = withWord(caughtUp(p, at), telling, at);
  note(deed, p, "customer told", {
    facts: {
      telling_id: telling.id,
      told_at: at,
      about: telling.about,
      channel: telling.channel,
      author: telling.author,
    },
  });
  switch (telling.about) {
    case "move":
      return told.state === "open" ? await hearMove(deed, told, telling, at) : told;
    case "keep":
      return told.state === "open" ? hearKeep(deed, told, telling, at) : told;
    case "hold_up":
      return told.state === "open" ? { ...told, heldUpAt: told.heldUpAt ?? at } : told;
    case "hand_on":
      return hearHandOn(deed, told, telling, at);
    default:
      return told;
  }
}

/** A human's word counts against silence; a machine's only as holding. A word can arrive out of order, the last stands. */
export function withWord(p: Promise_, telling: Pick<KeptTelling, "author">, at: Instant): Promise_ {
  const later = (before: Instant | null) => (before ? latest(before, at) : at);
  return telling.author === "human"
    ? { ...p, lastWordAt: later(p.lastWordAt) }
    : { ...p, lastMachineWordAt: later(p.lastMachineWordAt) };
}

async function hearMove(deed: Deed, p: Promise_, telling: KeptTelling, at: Instant): Promise<Promise_> {
  const move = await moveOfTelling(deed.tx, deed.workspaceId, telling.id);
  if (!move) return p;
  const { promise, notice } = movedAndTold(p, move, at, deed.setting.policy, deed.setting.hours);
  await saveMove(deed.tx, deed.workspaceId, move.id, { toldAt: at, notice });
  note(deed, promise, "promise moved", {
    facts: { move_id: move.id, told_at: at, from_due_at: move.fromDueAt, to_due_at: move.toDueAt, notice },
    words: { reason: move.reason },
  });
  return promise;
}

function hearKeep(deed: Deed, p: Promise_, telling: KeptTelling, at: Instant): Promise_ {
  const done = kept(p, { more: p.more ?? undefined }, at, telling.channel);
  note(deed, done, "promise kept", {
    facts: { kept_at: at, via: telling.channel, state: done.state },
    words: { more: done.more },
  });
  return done;
}

async function hearHandOn(deed: Deed, p: Promise_, telling: KeptTelling, at: Instant): Promise<Promise_> {
  // Meanwhile it may have been settled, or somebody else asked to take it over.
  return p.nextOwnerId && p.nextOwnerId === telling.byMemberId ? handedOn(deed, p, p.nextOwnerId, { told_at: at }) : p;
}

/** The promise in its new owner's hands, and from here on in their hours. */
export async function handedOn(
  deed: Deed,
  p: Promise_,
  ownerId: string,
  facts: Entry["facts"] = {},
): Promise<Promise_> {
  const handlerId = p.handlerId === p.ownerId ? ownerId : p.handlerId;
  const next = { ...p, ownerId, handlerId, nextOwnerId: null };
  note(deed, p, "promise handed on", { facts: { ...facts, from_member_id: p.ownerId, to_member_id: ownerId } });
  deed.setting = await settingOf(deed.tx, deed.workspaceId, next);
  return next;
}
