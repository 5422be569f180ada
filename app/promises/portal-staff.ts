import { cursorOf } from "#base/cursor.ts";
import type { Html } from "#base/html.ts";
import { isId } from "#base/id.ts";
import { missing } from "#base/refusal.ts";
import { inWorkspace } from "#engine/db/database.ts";
import type { PageContext } from "#engine/http/pages.ts";
import { pageHeaders } from "#portal/frame.ts";
import { isAct } from "./page-acts.ts";
import { promisePage } from "./page-ask.ts";
import { fieldsOf } from "./page-fields.ts";
import { homePage } from "./page-home.ts";
import { askingOf } from "./portal-answers.ts";
import { promiseOf, promisesOf } from "./portal-showing.ts";
import { framed, type Guest, guestOf, type PageApp, type PageReply, type PageRequest } from "./portal-visit.ts";
import { readShowing } from "./showing.ts";
import { visitOfContact } from "./store-visit.ts";

/** A customer's page as staff look at it: the very pages, which here neither count as read nor send anything. */
export function mountShowings(
  house: PageApp,
  context: PageContext,
  { onHome }: { onHome: (guest: Guest) => Promise<Html> },
): void {
  house.addHook("onRequest", async (_request, reply) => {
    // Staff look at it inside a screen of ours; nothing but a link leads anywhere on it.
    const security = pageHeaders["content-security-policy"]
      .replace("form-action 'self'", "form-action 'none'")
      .replace("frame-ancestors 'none'", "frame-ancestors 'self'");
    reply.header("content-security-policy", security).header("x-frame-options", "SAMEORIGIN");
  });
  house.get("/:showing", (request, reply) =>
    shown(context, request, reply, async (guest) => {
      const after = fieldsOf(request.query)("after") || undefined;
      const found = await promisesOf(guest, after, false);
      const cursorAfter = (p: { dueAt: Guest["now"]; id: string }) => cursorOf(p.dueAt, p.id);
      return homePage(guest.visit, { ...found, cursorAfter, notice: null, beside: await onHome(guest) }, guest.look);
    }),
  );
  house.get("/:showing/promises/:id", (request, reply) =>
    shown(context, request, reply, async (guest) => {
      const { id } = request.params as { id: string };
      if (!isId(id)) throw missing("promise");
      const query = fieldsOf(request.query);
      const act = query("answer");
      return promisePage(await promiseOf(guest, id, false), guest.look, isAct(act) ? askingOf(act, query) : null);
    }),
  );
}

async function shown(
  { db, house, now }: PageContext,
  request: PageRequest,
  reply: PageReply,
  page: (guest: Guest) => Promise<Html>,
): Promise<PageReply> {
  const { showing: token } = request.params as { showing: string };
  const at = now();
  const showing = readShowing(token, house.secret, at);
  if (!showing) throw missing("page");
  const { workspaceId, contactId, until } = showing;
  const html = await inWorkspace(db, workspaceId, async (tx) => {
    const visit = await visitOfContact(tx, workspaceId, contactId, until);
    if (!visit) throw missing("page");
    const guest = guestOf(tx, visit, { accepted: [], home: `/showings/${token}`, now: at });
    return mute(framed(guest, await page(guest)));
  });
  return reply.send(html);
}

/** Nothing can be pressed: what is written on a page is escaped, so that only our own buttons begin like this. */
function mute(html: string): string {
  return html.replaceAll("<button", "<button disabled").replaceAll(/<(textarea|input)\b/g, "<$1 disabled");
}
