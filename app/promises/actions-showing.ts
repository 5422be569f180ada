import { chainOf } from "#app/customers/actions-found.ts";
import { resolvedContact } from "#app/customers/store-whole.ts";
import { append } from "#app/journal/store.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { type Showing, showingFrom } from "./showing.ts";

/** Lets a member look at the page as a contact sees it. Who looked as whom stays on record. */
export async function showPage(
  tx: Tx,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  contactId: string,
  now: Instant,
): Promise<{ showing: Showing; name: string }> {
  const contact = await resolvedContact(tx, workspaceId, contactId);
  if (!contact) throw missing("contact");
  const showing = showingFrom(workspaceId, contact.id, now);
  const entry = {
    what: "page looked at",
    at: now,
    by: { memberId },
    subjectId: contact.id,
    facts: { until: showing.until },
  };
  await append(tx, workspaceId, { ...entry, ...(await chainOf(tx, workspaceId, contact)), forCustomer: false });
  return { showing, name: contact.name };
}
