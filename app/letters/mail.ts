import { html, raw } from "hono/html";
import type { Act } from "./letter.ts";

/** All that one mail shows: the letter, who signs it, and the page at its foot. */
export type Sheet = {
  language: string;
  subject: string;
  paragraphs: readonly string[];
  acts: readonly Act[];
  /** Name of the person, then of the business; a machine's letter has only the business. */
  signature: readonly string[];
  /** Said before the page's address. */
  foot: string;
  page: string;
};

/** A letter as it leaves: plain text, and the same words lightly dressed. No images, no tracking, a few kilobytes. */
export function renderMail(sheet: Sheet): { text: string; html: string } {
  return { text: asText(sheet), html: String(asHtml(sheet)) };
}

function asText({ paragraphs, acts, signature, foot, page }: Sheet): string {
  const ways = acts.map(({ label, path }) => `${label}:\n${addressOf(page, path)}`);
  return [...paragraphs, ...ways, signature.join("\n"), `-- \n${foot}\n${page}\n`].join("\n\n");
}

const ink = "#22201c";
const muted = "#665f55";
const copper = "#96491a";
const line = "#e8e1d6";
const button = `display:inline-block;margin:0 8px 8px 0;padding:12px 16px;border-radius:10px;text-decoration:none;font:600 15px/1.2 system-ui,sans-serif`;
// The first is the one thing to do next.
const first = `${button};background:${copper};color:#ffffff;border:1px solid ${copper}`;
const other = `${button};background:#ffffff;color:${ink};border:1px solid ${line}`;

function asHtml({ language, subject, paragraphs, acts, signature, foot, page }: Sheet) {
  return html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="margin:0;background:#fbf8f3;color:${ink};font:17px/1.55 Georgia,serif"><div style="max-width:600px;margin:0 auto;padding:28px 20px">
${paragraphs.map((paragraph) => html`<p style="margin:0 0 14px">${broken(paragraph)}</p>\n`)}
${acts.length > 0 ? html`<p style="margin:20px 0 12px">${acts.map(({ label, path }, place) => html`<a href="${addressOf(page, path)}" style="${place === 0 ? first : other}">${label}</a>`)}</p>` : ""}
<p style="margin:20px 0">${broken(signature.join("\n"))}</p>
<p style="border-top:1px solid ${line};padding-top:14px;font:14px/1.6 system-ui,sans-serif;color:${muted}">${foot}<br><a href="${page}" style="color:${copper};overflow-wrap:anywhere">${page}</a></p>
</div></body></html>`;
}

function broken(text: string) {
  const lines = text.split("\n").map((one, place) => html`${place > 0 ? raw("<br>") : ""}${one}`);
  return html`${lines}`;
}

function addressOf(page: string, path: string): string {
  return `${page.replace(/\/$/, "")}${path}`;
}
