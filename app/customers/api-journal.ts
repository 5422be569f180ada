import { digestsIn } from "#app/journal/proof.ts";
import { headOf, readChain, textsOf } from "#app/journal/store.ts";
import { missing } from "#base/refusal.ts";
import { serve } from "#engine/http/call.ts";
import { findCustomers } from "./store.ts";
import { entryForStaff, headForStaff, journalContract } from "./wire-journal.ts";

export const journalApi = serve(journalContract, {
  readJournal: async ({ tx, member: { workspaceId }, params: { id }, query: { limit, after } }) => {
    // The house's own chain is no customer's, whatever id is asked for.
    const [customer] = await findCustomers(tx, workspaceId, [id]);
    const head = customer && (await headOf(tx, workspaceId, id));
    if (!head) throw missing("customer");
    const entries = await readChain(tx, workspaceId, id, { limit, after });
    const texts = await textsOf(
      tx,
      workspaceId,
      entries.flatMap(({ entry }) => digestsIn(entry)),
    );
    const last = entries.at(-1)?.seq ?? 1;
    return {
      items: entries.map((kept) => entryForStaff(kept, texts)),
      next: last > 1 ? String(last) : null,
      head: headForStaff(head),
    };
  },
});
