import { html, raw } from "hono/html";
import { type Html, nothing, say, sayPlain } from "#base/html.ts";
import { pageSecurity, style } from "./style.ts";
import type { Words } from "./words.ts";

/** Whose page it is: the business, and for whom. Somebody whom we do not know sees neither. */
export type Letterhead = { house: string; contact: string | null; title?: string };

/** A whole page of the customer's house. `base` is the address below which its links are. */
export function frame(words: Words, letterhead: Letterhead | null, body: Html, base = "/"): string {
  const { house = "", contact = null } = letterhead ?? {};
  const title = letterhead ? sayPlain(letterhead.title ?? words.title, { house, contact }) : "Truepenny";
  return String(html`<!doctype html><html lang="${words.tag}" dir="${words.direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><base href="${base}"><style>${raw(style)}</style></head><body><main>${letterhead ? top(words, letterhead) : ""}
${body}</main></body></html>`);
}

export const pageHeaders = headersFramedBy("'none'");

/** For a page that these may show within one of theirs, as `frame-ancestors` names them. */
export function headersFramedBy(frameAncestors: string) {
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": pageSecurity(frameAncestors),
    "x-robots-tag": "noindex, nofollow",
  };
}

/** A page that only says how it is, and what to do next. */
export function saidPage(said: { heading: string; more: string }, act: Html = nothing): Html {
  return html`<h1>${said.heading}</h1><p>${said.more}</p>${act}`;
}

function top(words: Words, { house, contact }: Letterhead): Html {
  return html`<header><bdi>${house}</bdi>${contact ? html`<span>${say(words.forWhom, { contact })}</span>` : ""}</header>`;
}
