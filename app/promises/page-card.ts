import { html } from "hono/html";
import { type Html, nothing, say } from "#base/html.ts";
import type { SeenPromise } from "./page.ts";
import type { Act } from "./page-acts.ts";
import { dueLine, shortDue } from "./page-due.ts";
import { clipped, type Look, ours } from "./page-look.ts";
import { storyLines } from "./page-story-lines.ts";
import { timeTag, whenInWords } from "./page-times.ts";

/** One promise among others: what, who, by when, the last of its story, and what they can say with one tap. */
export function card(p: SeenPromise, look: Look): Html {
  const shown = { last: 3, longest: 240 };
  const isCut = p.story.length > shown.last || p.text.length > 400;
  return html`<article>${head(p, look, html`<h2><bdi>${clipped(p.text, 400)}</bdi></h2>`)}${p.story.length > 1 ? storyLines(p, look, shown) : ""}${answers(p, look, false)}${isCut ? html`<p class="whole"><a href="promises/${p.id}">${look.words.whole}</a></p>` : ""}</article>
`;
}

/** One of many: a line that leads to the whole. */
export function row(p: SeenPromise, look: Look): Html {
  return html`<li><a href="promises/${p.id}"><bdi>${clipped(p.text, 90)}</bdi></a> ${shortDue(p, look)}</li>
`;
}

/** One promise alone, with its whole story and everything that can be said. */
export function wholeCard(p: SeenPromise, look: Look, isAsked: boolean): Html {
  return html`<article>${head(p, look, html`<h1><bdi>${p.text}</bdi></h1>`)}${storyLines(p, look, { last: 200, longest: 4000 })}${isAsked ? "" : answers(p, look, true)}</article>
`;
}

function head(p: SeenPromise, look: Look, title: Html): Html {
  return html`${title}${dueLine(p, look)}${notes(p, look).map((note) => html`<p>${note}</p>`)}`;
}

/** What they should know beside the due: a stopped clock, a due in dispute, what is left, what came on top. */
function notes(p: SeenPromise, { words, times }: Look): Html[] {
  const when = (at: SeenPromise["dueAt"]) => timeTag(at, whenInWords(at, times));
  return [
    ...(p.needsNewDue ? [say(words.due.needsNewDue, { owner: p.owner })] : []),
    ...(p.heldToDueAt && !p.isOverdue ? [say(words.due.heldTo, { when: when(p.heldToDueAt) })] : []),
    ...(p.heldUp ? [say(words.heldUp, { when: when(p.heldUp.since), reason: p.heldUp.reason })] : []),
    ...(p.rest ? [say(words.rest, { rest: p.rest })] : []),
    ...(p.more ? [say(words.done.more, { more: p.more })] : []),
    ...(p.verdict && p.state !== "open" ? [ours(words.answered[p.verdict.answer])] : []),
  ];
}

/** A "yes" or "fine" is one tap; what rings somebody or ends something asks once more, with room for words. */
function answers(p: SeenPromise, look: Look, isWhole: boolean): Html {
  const { words } = look;
  const may = (act: Act) => p.acts.includes(act);
  const link = (act: Act, label = words.acts[act].label) =>
    may(act) ? html`<a href="promises/${p.id}?answer=${act}">${label}</a>` : nothing;
  if (p.state !== "open") return settledAnswers(p, look, link);
  const tap = may("fits") ? oneTap(p, "fits", look) : nothing;
  const first = may("fits") || may("does_not_suit") || may("not_holding_up");
  const always = html`${link("asking")} ${link("let_go")} ${isWhole ? link("yes", words.doneAlready) : ""}`;
  return html`${first ? html`<div class="acts">${tap}${link("does_not_suit")}${link("not_holding_up")}</div>` : ""}<p class="always">${always}</p>`;
}

function settledAnswers(p: SeenPromise, look: Look, link: (act: Act, label?: string) => Html): Html {
  const { words } = look;
  if (p.isAsked) {
    return html`<p>${words.question}</p><div class="acts">${oneTap(p, "yes", look)}${link("not_yet")}</div>`;
  }
  if (p.acts.length === 0) return nothing;
  const label = p.state === "released" ? words.stillNeeded : words.change;
  return html`<div class="acts">${link(p.acts.includes("not_yet") ? "not_yet" : "yes", label)}</div>`;
}

function oneTap(p: SeenPromise, act: Act, { words, key }: Look): Html {
  return html`<form method="post" action="promises/${p.id}/${act}"><input type="hidden" name="key" value="${key}"><button class="main">${words.acts[act].label}</button></form>`;
}
