import type { Instant } from "#base/instant.ts";
import { demand } from "#base/refusal.ts";
import { addWorkingTime, workingDaySeconds } from "#base/working-time.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Answerer } from "./actions-answers.ts";
import { catchUp, type Deed, note } from "./actions-deed.ts";
import { finish } from "./actions-finish.ts";
import { withWord } from "./actions-hear.ts";
import { ringMembers } from "./actions-ring-members.ts";
import { takeUp } from "./actions-take-up.ts";
import { moveUntold } from "./move.ts";
import type { Promise_ } from "./promise.ts";
import { notHeldUp } from "./settling.ts";
import { findTelling, moveOfTelling, saveMove, tellingsOf, undoTelling } from "./store-tellings.ts";
import { mayContradict } from "./telling.ts";

/** "Nobody called me": a logged telling is undone; a move it told of stands no longer, and the owner is rung. */
export async function contradictTelling(
  tx: Tx,
  who: Answerer,
  tellingId: string,
  words: string | null,
  now: Instant,
): Promise<Promise_> {
  const telling = await findTelling(tx, who.workspaceId, tellingId);
  const { deed, promise } = await takeUp(tx, who, telling.promiseId, now);
  const { policy, houseHours } = deed.setting;
  const days = policy.contradictWithinWorkingDays * workingDaySeconds(houseHours);
  demand(mayContradict(telling, addWorkingTime(houseHours, telling.loggedAt, days), now));
  return untell(deed, promise, tellingId, "contradicted", words);
}

/** A telling that did not happen after all: what it was about never reached the customer. */
export async function untell(
  deed: Deed,
  promise: Promise_,
  tellingId: string,
  why: "contradicted" | "bounced" | "failed",
  words: string | null,
): Promise<Promise_> {
  const telling = await findTelling(deed.tx, deed.workspaceId, tellingId);
  await undoTelling(deed.tx, deed.workspaceId, tellingId, deed.now, why);
  const move = telling.about === "move" ? await moveOfTelling(deed.tx, deed.workspaceId, tellingId) : null;
  if (move) await saveMove(deed.tx, deed.workspaceId, move.id, { undoneAt: deed.now });
  note(deed, promise, `telling ${why}`, { facts: { telling_id: tellingId, about: telling.about }, words: { words } });
  const wordless = telling.at ? await withoutWord(deed, promise) : promise;
  const unheard = move?.toldAt && promise.state === "open" ? moveUntold(wordless, move) : wordless;
  const running = telling.about === "hold_up" ? notHeldUp(unheard) : unheard;
  const after = catchUp(deed, running);
  if (after.state === "open") {
    const plannedAt = telling.at ?? deed.now;
    await ringMembers(deed, after, why === "contradicted" ? "contradicted" : "bounced", { plannedAt, words });
  }
  return finish(deed, after);
}

/** The last word that reached them, without those that were undone. A correction waits on their page: it is no word. */
async function withoutWord(deed: Deed, promise: Promise_): Promise<Promise_> {
  const tellings = await tellingsOf(deed.tx, deed.workspaceId, [promise.id]);
  const heard = tellings.filter((telling) => !telling.undoneAt && telling.about !== "correction");
  const silent: Promise_ = { ...promise, lastWordAt: null, lastMachineWordAt: null };
  return heard.reduce((p, telling) => (telling.at ? withWord(p, telling, telling.at) : p), silent);
}
