import { html } from "hono/html";
import { say } from "#base/html.ts";
import { forbidden, missing } from "#base/refusal.ts";
import { DoorProblem } from "#engine/http/door-problem.ts";
import type { PageContext } from "#engine/http/pages.ts";
import { problemOf } from "#engine/http/problem.ts";
import { frame, pageHeaders, saidPage } from "#portal/frame.ts";
import { acceptedLanguages, wordsIn } from "#portal/languages.ts";
import type { PageApp, PageRequest } from "./portal-visit.ts";

/** In the customer's house even what goes wrong is a page: what happened, what is safe, what to do. */
export function answerInPages(house: PageApp, { log }: PageContext): void {
  house.addHook("onRequest", async (request, reply) => {
    reply.headers(pageHeaders);
    demandOwnSite(request);
  });
  house.setNotFoundHandler((request) => {
    if (["GET", "HEAD", "POST"].includes(request.method)) throw missing("page");
    throw new DoorProblem(405, "method_not_allowed", "A page is read or answered.", { allow: "GET, HEAD, POST" });
  });
  house.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.isBug) {
      log.error({ err: error, request_id: request.id, method: request.method, route: request.routeOptions.url }, "bug");
    }
    return reply.code(problem.status).headers(problem.headers).headers(pageHeaders).send(troublePage(request, problem));
  });
}

/** The token in the path lets in whoever holds it; a form on another site that knows it must still not act with it. */
function demandOwnSite({ method, headers }: PageRequest): void {
  const site = headers["sec-fetch-site"];
  if (method !== "POST" || site === undefined || site === "same-origin" || site === "none") return;
  throw forbidden("cross_site", "This form came from another site.");
}

function troublePage(request: PageRequest, { status, isBug }: { status: number; isBug: boolean }) {
  const words = wordsIn(acceptedLanguages(request.headers["accept-language"]));
  if (status === 403) return frame(words, null, saidPage(words.notSent));
  if (!isBug && status < 429) return frame(words, null, saidPage(words.missing));
  const number = html`<p class="sub">${say(words.trouble.id, { id: html`<code>${request.id}</code>` })}</p>`;
  return frame(words, null, saidPage(words.trouble, number));
}
