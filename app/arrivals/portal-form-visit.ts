import { framedBy } from "#app/forms/form.ts";
import { findForm } from "#app/forms/store.ts";
import { fieldsOf } from "#app/promises/page-fields.ts";
import { findWorkspace } from "#app/workspaces/store.ts";
import type { Html } from "#base/html.ts";
import { isId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { missing } from "#base/refusal.ts";
import { newSecret } from "#base/token.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import type { PageContext, Pages } from "#engine/http/pages.ts";
import { problemOf } from "#engine/http/problem.ts";
import { frame, headersFramedBy, saidPage } from "#portal/frame.ts";
import { acceptedLanguages, wordsIn } from "#portal/languages.ts";
import type { Words } from "#portal/words.ts";
import { writeStamp } from "./form-stamp.ts";

type App = Parameters<Pages>[0];
type OnTrouble = Parameters<Parameters<App["setErrorHandler"]>[0]>;
type Request = OnTrouble[1];
type Reply = OnTrouble[2];

/** Somebody at the form: whose it is, in which words, where it is sent, and a stamp for this showing. */
export type Guest = {
  tx: Tx;
  workspaceId: string;
  formId: string;
  house: string;
  words: Words;
  action: string;
  stamp: string;
  now: Instant;
};
type Answer = { page: Html; status?: number } | { to: string };

/** Lets anybody in to a form that is there, in the language that they read. */
export async function visit(
  context: PageContext,
  request: Request,
  reply: Reply,
  work: (guest: Guest) => Promise<Answer>,
): Promise<Reply> {
  const { workspaceId, formId } = request.params as { workspaceId: string; formId: string };
  const { db, house, now, turnstile } = context;
  const at = now();
  const lost = () => {
    turnstile.pass(request.ip, null, at);
    return missing("form");
  };
  if (!isId(workspaceId) || !isId(formId)) throw lost();
  const { sites, guest, answer } = await inWorkspace(db, workspaceId, async (tx) => {
    const form = await findForm(tx, workspaceId, formId);
    const workspace = form && !form.removedAt ? await findWorkspace(tx, workspaceId) : undefined;
    if (!form || !workspace) throw lost();
    turnstile.pass(request.ip, formId, at);
    const asked = fieldsOf(request.query)("language");
    const words = wordsIn([asked, ...acceptedLanguages(request.headers["accept-language"]), workspace.language]);
    const action = `/form/${workspaceId}/${formId}?language=${words.tag}`;
    const stamp = writeStamp({ shownAt: at, key: newSecret().slice(0, 16) }, house.secret, formId);
    const guest: Guest = { tx, workspaceId, formId, house: workspace.name, words, action, stamp, now: at };
    return { sites: form.sites, guest, answer: await work(guest) };
  });
  reply.headers(headersFramedBy(framedBy({ sites })));
  // The older header knows no list of sites, and would forbid what the policy allows.
  if (sites.length > 0) reply.removeHeader("x-frame-options").header("cross-origin-resource-policy", "cross-origin");
  if ("to" in answer) return reply.redirect(answer.to, 303);
  const letterhead = { house: guest.house, contact: null, title: guest.words.form.title };
  return reply.code(answer.status ?? 200).send(frame(guest.words, letterhead, answer.page));
}

/** What goes wrong is a page as well. */
export function answerInWords(house: App, { log }: PageContext): void {
  house.setErrorHandler((error, request, reply) => {
    const { status, headers, isBug } = problemOf(error);
    if (isBug) log.error({ err: error, request_id: request.id, route: request.routeOptions.url }, "bug");
    const words = wordsIn(acceptedLanguages(request.headers["accept-language"]));
    const { gone, tooLarge } = words.form;
    const said = status === 404 ? gone : status === 413 ? tooLarge : words.trouble;
    return reply
      .code(status)
      .headers(headers)
      .headers(headersFramedBy("'none'"))
      .send(frame(words, null, saidPage(said)));
  });
}
