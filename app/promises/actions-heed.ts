import type { Message } from "#app/messages/message.ts";
import { findMessage, saveProgress } from "#app/messages/store.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { finish } from "./actions-finish.ts";
import { takeUp } from "./actions-take-up.ts";
import { untell } from "./actions-untelling.ts";
import { findForUpdate } from "./store.ts";
import { tellingsOfMessage } from "./store-tellings.ts";

/** What hears of messages above promises on the ladder: it is handed in, in the transaction in which they hear. */
export type AlsoHears = (tx: Tx, workspaceId: string, message: Message, now: Instant) => Promise<void>;

/**
 * Something came of a message: its acceptance is a telling of what it was about, at that instant; its failure means that
 * nobody was told. Pulled from below, so that mail knows nothing of promises.
 */
export async function hearOf(
  tx: Tx,
  workspaceId: string,
  due: { id: string; version: number },
  now: Instant,
  alsoHears?: AlsoHears,
): Promise<void> {
  const message = await findMessage(tx, workspaceId, due.id, "for update");
  if (!message?.heedAt || message.version !== due.version) return;
  await saveProgress(tx, workspaceId, { ...message, heedAt: null });
  await alsoHears?.(tx, workspaceId, message, now);
  const tellings = await tellingsOfMessage(tx, workspaceId, message.id);
  // All are locked before the first journal, in the order of their ids, so that this waits for no deed that waits for it.
  for (const { promiseId } of tellings) await findForUpdate(tx, workspaceId, promiseId);
  for (const telling of tellings) {
    const { deed, promise } = await takeUp(tx, { workspaceId, by: "machine" }, telling.promiseId, now);
    // Taking it up has heard what was accepted.
    if (message.state === "accepted" || telling.undoneAt) await finish(deed, promise);
    else await untell(deed, promise, telling.id, message.state === "bounced" ? "bounced" : "failed", message.problem);
  }
}
