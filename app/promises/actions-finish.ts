import { type Deed, writeJournal } from "./actions-deed.ts";
import { ringMembers } from "./actions-ring-members.ts";
import type { Promise_ } from "./promise.ts";
import { withRing } from "./ring.ts";
import { savePromise } from "./store.ts";
import { waitingFor } from "./store-waiting.ts";
import { hasSlipped } from "./waiting.ts";

/** Ends a deed: saves what became of the promise with the alarm it now carries, and writes the journal. */
export async function finish(deed: Deed, p: Promise_): Promise<Promise_> {
  if (deed.before && hasSlipped(deed.before, p)) {
    const slipped = await save(deed, p);
    await writeJournal(deed);
    return slipped;
  }
  // Sent together in this order: nothing of it is left when the promise was not to be saved.
  const [saved] = await Promise.all([save(deed, p), writeJournal(deed)]);
  return saved;
}

/** As finish, for a deed on several promises, whose journal is written when all are saved. Who waits for it is rung. */
export async function save(deed: Deed, p: Promise_): Promise<Promise_> {
  const saved = await savePromise(deed.tx, withRing(p, deed.setting.policy, deed.setting.hours));
  if (deed.before && hasSlipped(deed.before, p)) {
    for (const waiting of await waitingFor(deed.tx, deed.workspaceId, p.id)) {
      await ringMembers(deed, waiting, "waited_for");
    }
  }
  return saved;
}
