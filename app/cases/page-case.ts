import { html } from "hono/html";
import { clipped, ours } from "#app/promises/page-look.ts";
import { timeTag, whenInWords } from "#app/promises/page-times.ts";
import { type Html, nothing, say } from "#base/html.ts";
import type { Instant } from "#base/instant.ts";
import type { SeenCase } from "./page.ts";
import { pulseForm, type Typed } from "./page-pulse.ts";
import type { CaseAct, CaseLook } from "./page-words.ts";
import type { Said } from "./said.ts";

/** An answer under way: what is being said, what was typed so far, and why it could not be taken. */
export type Saying = { act: CaseAct; words: string; refused: "tooLong" | "tooLate" | null };

/** One case alone: who has it, when they hear next, its eight steps, what was said, and what they can say. */
export function casePage(
  c: SeenCase,
  said: readonly Said[],
  look: CaseLook,
  saying: Saying | null,
  tooLong: Typed | null = null,
): Html {
  const { cases, home } = look;
  return html`<p class="back"><a href="${home}/cases">${cases.back}</a></p><article><h1><bdi>${c.subject}</bdi></h1>${stateLine(c, look)}
${c.waitingReason ? html`<p>${say(cases.waiting, { reason: c.waitingReason })}</p>` : nothing}
<p>${say(cases.youSaid, { words: clipped(c.words, 1200) })}</p>${c.did ? html`<p>${say(cases.whatWeDid, { did: clipped(c.did, 1200) })}</p>` : nothing}
${saying ? nothing : answers(c, look)}</article>${saying ? form(c, look, saying) : c.mayPulse ? pulseForm(c, look, tooLong) : nothing}
<h2 class="part">${cases.steps}</h2><ol>${c.steps.map((step) => html`<li>${stepLine(c, step, look)}</li>`)}</ol>
${said.length > 0 ? html`<h2 class="part">${cases.said}</h2><ul>${said.map((one) => saidLine(one, look))}</ul>` : nothing}`;
}

/** One of several: a line that leads to the whole. */
export function caseRow(c: SeenCase, look: CaseLook): Html {
  return html`<li><a href="cases/${c.id}"><bdi>${clipped(c.subject, 90)}</bdi></a> ${stateLine(c, look, "span")}</li>
`;
}

function stateLine(c: SeenCase, look: CaseLook, as: "p" | "span" = "p"): Html {
  const { cases } = look;
  const who = c.state === "open" ? (c.owner ? "owned" : "unowned") : c.state;
  const line = html`${say(cases.state[who], { owner: c.owner ?? "" })}${c.nextWordAt ? html` ${say(cases.nextWord, { when: when(c.nextWordAt, look) })}` : nothing}`;
  return as === "p" ? html`<p>${line}</p>` : html`<span>${line}</span>`;
}

function stepLine(c: SeenCase, { name, at, by }: SeenCase["steps"][number], look: CaseLook): Html {
  const { cases } = look;
  const words = cases.step[name];
  if (at && by) return html`${words}: ${say(cases.takenBy, { when: when(at, look), by })}`;
  if (at) return html`${words}: ${say(cases.taken, { when: when(at, look) })}`;
  return html`${words}: ${name === "handed_on" || (name === "fixing" && c.state !== "open") ? cases.notNeeded : cases.notYet}`;
}

function saidLine(said: Said, look: CaseLook): Html {
  const { cases } = look;
  const lead = said.author === "automatic" ? ours(cases.machine) : nothing;
  return html`<li>${when(said.queuedAt, look)} ${lead} ${say(cases.wrote, { words: clipped(said.body, 400) })}${files(said, look)}</li>`;
}

/** What came or left with it, to be fetched. */
function files({ attachments }: Said, { home, cases }: CaseLook): Html {
  const links = attachments.flatMap(({ id, name }) =>
    id ? [html` <a href="${home}/attachments/${id}" download><bdi>${name || cases.file}</bdi></a>`] : [],
  );
  return html`${links}`;
}

function answers(c: SeenCase, { cases }: CaseLook): Html {
  const link = (act: CaseAct) => html`<a href="cases/${c.id}?answer=${act}">${cases.acts[act].label}</a>`;
  const isAsked = c.state === "told";
  return html`${isAsked ? html`<p>${cases.question}</p>` : nothing}<div class="acts">${c.acts.map(link)}</div>`;
}

function form(c: SeenCase, look: CaseLook, { act, words, refused }: Saying): Html {
  const { cases, key, home } = look;
  if (!c.acts.includes(act)) return html`<div class="ask" role="alert"><p>${cases.tooLate}</p></div>`;
  const said = cases.acts[act];
  const described = refused ? html` aria-invalid="true" aria-describedby="trouble"` : nothing;
  return html`<form method="post" action="cases/${c.id}/answers" class="ask"><h2>${said.ask}</h2><p>${said.follows}</p>
<input type="hidden" name="key" value="${key}"><input type="hidden" name="answer" value="${act}">
<label for="words">${cases.words}</label><textarea id="words" name="words" rows="3"${described}>${words}</textarea>${refused ? html`<p class="late" role="alert" id="trouble">${cases[refused]}</p>` : nothing}
<div class="acts"><button class="main">${said.send}</button><a href="${home}/cases/${c.id}">${cases.back}</a></div></form>`;
}

function when(at: Instant, { times }: CaseLook): Html {
  return timeTag(at, whenInWords(at, times));
}
