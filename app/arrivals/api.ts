import { findMessage } from "#app/messages/store.ts";
import { speakerOf } from "#app/sentences/actions.ts";
import { findPromises, learnFrom, readableIn } from "#app/sentences/found.ts";
import { answersHeard, newestAnswers } from "#app/sentences/store.ts";
import { foundForStaff } from "#app/sentences/wire.ts";
import { pageById } from "#base/page.ts";
import { missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { serve } from "#engine/http/call.ts";
import { settleArrival } from "./actions-settle.ts";
import type { Arrival } from "./arrival.ts";
import { copiesOf, listArrivals, rawOf } from "./store.ts";
import { arrivalsContract, forStaff } from "./wire.ts";

const mostOffers = 20;

export const arrivalsApi = serve(arrivalsContract, {
  listArrivals: async ({ tx, member, query: { state, open: isOpen, limit, after } }) =>
    pageById(await listArrivals(tx, member.workspaceId, { state, isOpen, limit, after }), limit, forStaff),
  getOriginal: async ({ tx, member, params }) => {
    const raw = await rawOf(tx, member.workspaceId, params.id);
    if (!raw) throw missing("original of this mail, or it was kept long enough");
    return { id: params.id, base64: raw.toString("base64") };
  },
  settleArrival: async ({ tx, member, params, now }) => forStaff(await settleArrival(tx, member, params.id, now)),
  listOffers: async ({ tx, member }) => {
    const copies = await copiesOf(tx, member.workspaceId, member.memberId, mostOffers);
    const offers = [];
    for (const copy of copies) offers.push(...(await offersOf(tx, member, copy)));
    return { items: offers, next: null };
  },
});

/** The sentences of a copied mail that promise something, read as its writer meant them when they sent it. */
async function offersOf(
  tx: Tx,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  { id, messageId }: Arrival,
) {
  const message = messageId ? await findMessage(tx, workspaceId, messageId) : undefined;
  const language = message ? readableIn(message.body, undefined) : null;
  if (!message || !language) return [];
  const speaker = await speakerOf(tx, workspaceId, memberId);
  const learned = learnFrom(await newestAnswers(tx, workspaceId, answersHeard), language);
  const items = findPromises(message.body, { ...speaker, now: message.queuedAt, language, learned }).map(foundForStaff);
  if (items.length === 0) return [];
  const { customerId: customer_id, contactId: contact_id, subject, queuedAt } = message;
  return [
    { arrival_id: id, message_id: message.id, customer_id, contact_id, subject, sent_at: queuedAt.toString(), items },
  ];
}
