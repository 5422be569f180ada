import { findMessage } from "#app/messages/store.ts";
import { foundForStaff } from "#app/sentences/wire.ts";
import { pageById } from "#base/page.ts";
import { missing } from "#base/refusal.ts";
import type { Tx } from "#engine/db/database.ts";
import { serve } from "#engine/http/call.ts";
import { offeredIn, sentTo } from "./actions-offered.ts";
import { settleArrival } from "./actions-settle.ts";
import { releaseArrival } from "./actions-written.ts";
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
  releaseArrival: async ({ tx, member, params, now }) => forStaff(await releaseArrival(tx, member, params.id, now)),
  listOffers: async ({ tx, member }) => {
    const copies = await copiesOf(tx, member.workspaceId, member.memberId, mostOffers);
    const offers = [];
    for (const copy of copies) offers.push(...(await offerOf(tx, member, copy)));
    return { items: offers, next: null };
  },
});

/** One copied mail with what it promises; one that went to nobody whom we know is shown, too, for it was not read. */
async function offerOf(tx: Tx, member: { workspaceId: string; memberId: string }, copy: Arrival) {
  const { workspaceId } = member;
  const message = copy.messageId ? await findMessage(tx, workspaceId, copy.messageId) : undefined;
  const offered = message ? await offeredIn(tx, member, message) : null;
  if (message && !offered) return [];
  const { customer, contact } = message ? await sentTo(tx, workspaceId, message) : {};
  return [
    {
      arrival_id: copy.id,
      message_id: message?.id ?? null,
      customer_id: customer?.id ?? null,
      customer_name: customer?.name ?? null,
      contact_id: contact?.id ?? null,
      contact_name: contact?.name ?? null,
      subject: copy.subject ?? "",
      sent_at: (message?.queuedAt ?? copy.arrivedAt).toString(),
      language: offered?.language ?? null,
      items: (offered?.found ?? []).map(foundForStaff),
    },
  ];
}
