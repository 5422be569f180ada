import { newId } from "#base/id.ts";
import { demand, invalid } from "#base/refusal.ts";
import { queueMessage } from "#app/messages/actions.ts";
import type { Deed } from "./actions-deed.ts";
import { hear } from "./actions-hear.ts";
import type { Promise_ } from "./promise.ts";
import { insertTelling } from "./store-tellings.ts";
import { type About, checkLogged, type KeptTelling, type Telling } from "./telling.ts";
import { letterFor } from "./letters.ts";

/** What a telling carries beside the words: for a letter's frame, and the promised time of the next word. */
export type Saying = { about: About; dueAt?: KeptTelling["at"]; reason?: string; nextWordAt?: KeptTelling["at"] };

/**
 * Tells the customer, or logs that they were told: answers the telling, null where nobody is told. A message counts when
 * the customer's server accepts it, and until then its `at` is null and the promise stands as it did.
 */
export async function tell(deed: Deed, p: Promise_, telling: Telling | null, saying: Saying): Promise<KeptTelling | null> {
  if (!telling) return null;
  const kept = "told" in telling ? logged(deed, p, telling.told, saying) : await written(deed, p, telling.message, saying);
  await insertTelling(deed.tx, deed.workspaceId, kept);
  return kept;
}
