import { html } from "hono/html";
import { type Channel, channels } from "#app/customers/address.ts";
import type { PageContext } from "#engine/http/pages.ts";
import { saidPage } from "#portal/frame.ts";
import { preferChannel, sendNewLink } from "./actions-page.ts";
import { channelPage, isChannel } from "./page-channel.ts";
import { fieldsOf } from "./page-fields.ts";
import { type Answer, type Guest, type PageApp, welcome } from "./portal-visit.ts";

/** What a contact wishes for themself: how to be reached, and a new way in when theirs has grown old. */
export function mountOwnWishes(house: PageApp, context: PageContext): void {
  house.get("/:token/channel", (request, reply) =>
    welcome(context, request, reply, (guest) =>
      demandOpen(guest, async () => ({ page: channelPage(guest.visit, guest.look) })),
    ),
  );

  house.post("/:token/channel", (request, reply) =>
    welcome(context, request, reply, (guest) =>
      demandOpen(guest, () => choose(guest, fieldsOf(request.body)("channel"))),
    ),
  );

  house.post("/:token/renewals", (request, reply) =>
    welcome(context, request, reply, async (guest) => {
      if (guest.link !== "expired") return demandOpen(guest, async () => ({ to: guest.look.home }));
      await sendNewLink(guest.tx, guest.visit, context.house, guest.now);
      return { page: saidPage(guest.words.renewed) };
    }),
  );
}

/** Through an open link they come in. An expired one offers a new one; a revoked one offers nothing but to write. */
export async function demandOpen(guest: Guest, work: () => Promise<Answer>): Promise<Answer> {
  const { link, words } = guest;
  if (link === "open") return work();
  if (link === "revoked") return { page: saidPage(words.revoked), status: 410 };
  const send = html`<form method="post" action="renewals"><button class="main">${words.expired.send}</button></form>`;
  return { page: saidPage(words.expired, send), status: 410 };
}

async function choose({ tx, visit, look, now }: Guest, wanted: string): Promise<Answer> {
  const channel = channels.find((known) => known === wanted && isChannel(known, visit));
  if (!channel) return { page: channelPage(visit, look, true), status: 422 };
  await preferChannel(tx, visit, channel satisfies Channel, now);
  return { to: `${look.home}?done=channel` };
}
