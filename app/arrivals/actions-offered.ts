import { resolve } from "#app/customers/store-merges.ts";
import { resolvedCustomer } from "#app/customers/store-whole.ts";
import type { Message } from "#app/messages/message.ts";
import { speakerOf } from "#app/sentences/actions.ts";
import { findPromises, learnFrom, readableIn } from "#app/sentences/found.ts";
import { answersHeard, newestAnswers } from "#app/sentences/store.ts";
import type { Tx } from "#engine/db/database.ts";

/** The sentences of a copied mail that promise something, read as its writer meant them when they sent it. */
export async function offeredIn(
  tx: Tx,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  { body, queuedAt: now }: Pick<Message, "body" | "queuedAt">,
) {
  const language = readableIn(body, undefined);
  if (!language) return null;
  const speaker = await speakerOf(tx, workspaceId, memberId);
  const learned = learnFrom(await newestAnswers(tx, workspaceId, answersHeard), language);
  const found = findPromises(body, { ...speaker, now, language, learned });
  return found.length > 0 ? { language, found } : null;
}

/** Whom it went to, as they are known today: what was merged since is named by what it was merged into. */
export async function sentTo(tx: Tx, workspaceId: string, message: Pick<Message, "customerId" | "contactId">) {
  const customer = message.customerId ? await resolvedCustomer(tx, workspaceId, message.customerId) : undefined;
  const contactId = message.contactId && (await resolve(tx, workspaceId, "contact", message.contactId));
  return { customer, contact: customer?.contacts.find(({ id }) => id === contactId) };
}
