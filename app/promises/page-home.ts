import { html, raw } from "hono/html";
import { type Html, nothing, say } from "#base/html.ts";
import type { SeenPromise } from "./page.ts";
import type { Act } from "./page-acts.ts";
import { card, row } from "./page-card.ts";
import { footer } from "./page-footer.ts";
import { greetingName, type Look } from "./page-look.ts";
import { ownZone } from "./page-times.ts";
import type { Visit } from "./page-visit.ts";

/** What stands on the page: open ones most urgent first, then what is settled, the latest first. */
export type Shown = {
  open: readonly SeenPromise[];
  settled: readonly SeenPromise[];
  /** The cursor after a promise, where its list goes on. */
  cursorAfter: (p: SeenPromise) => string;
  hasMore: boolean;
  notice: { act: Act | "channel"; owner: string } | null;
  /** What others have to say beside the promises. */
  beside: Html;
};

// What the page may weigh in all, less its frame, style, head and foot, in bytes.
const roomForAll = 8_600;
const roomForOpen = 7_000;
const roomForOpenCards = 5_200;
const roomForSettledCards = 2_600;

export function homePage(visit: Visit, shown: Shown, look: Look): Html {
  const { words } = look;
  const zone = ownZone(look.times);
  const beside = Buffer.byteLength(String(shown.beside));
  const open = fitted(shown.open, look, { cards: roomForOpenCards - beside, all: roomForOpen - beside });
  const left = roomForAll - beside - open.bytes;
  const settled = fitted(shown.settled, look, { cards: Math.min(roomForSettledCards, left), all: left });
  const last = open.shown.at(-1);
  const isCut = last !== undefined && (shown.hasMore || open.shown.length < shown.open.length);
  return html`${noticeOf(shown, look)}<h1>${say(words.heading, { name: greetingName(visit.contact.name) })}</h1>
<p class="sub">${words.intro}${zone ? html` ${say(words.inZone, { zone })}` : ""}</p>
${shown.open.length === 0 ? nothingOpen(shown, look) : open.html}${isCut ? html`<p class="whole"><a href="${look.home}?after=${shown.cursorAfter(last)}">${words.more}</a></p>` : ""}
${shown.beside}${settled.shown.length > 0 ? html`<h2 class="part">${words.settledHeading}</h2>${settled.html}` : ""}${footer(visit, shown.open, look)}`;
}

function nothingOpen({ settled }: Shown, { words }: Look): Html {
  return html`<article class="calm"><h2>${words.nothingOpen}</h2><p>${settled.length > 0 ? words.allSettled : words.nothingOpenMore}</p></article>`;
}

function noticeOf({ notice }: Shown, { words }: Look): Html {
  if (!notice) return nothing;
  const thanks = notice.act === "channel" ? words.channelThanks : words.acts[notice.act].thanks;
  return html`<p class="notice" role="status">${say(thanks, { owner: greetingName(notice.owner) })}</p>`;
}

/** The first as cards, further ones as lines, as long as there is room: a page of many stays light on an old phone. */
function fitted(all: readonly SeenPromise[], look: Look, room: { cards: number; all: number }) {
  const cards: string[] = [];
  const rows: string[] = [];
  let bytes = 0;
  for (const p of all) {
    const whole = rows.length === 0 ? String(card(p, look)) : "";
    const asCard = whole !== "" && bytes + Buffer.byteLength(whole) <= room.cards;
    const piece = asCard ? whole : String(row(p, look));
    const isFirst = cards.length + rows.length === 0;
    if (!isFirst && bytes + Buffer.byteLength(piece) > room.all) break;
    (asCard ? cards : rows).push(piece);
    bytes += Buffer.byteLength(piece);
  }
  return { html: joined(cards, rows), bytes, shown: all.slice(0, cards.length + rows.length) };
}

/** Both are pieces of a page already. */
function joined(cards: readonly string[], rows: readonly string[]): Html {
  return html`${raw(cards.join(""))}${rows.length > 0 ? html`<ul>${raw(rows.join(""))}</ul>` : ""}`;
}
