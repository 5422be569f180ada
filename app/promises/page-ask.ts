import { html } from "hono/html";
import { type Html, nothing, say } from "#base/html.ts";
import type { SeenPromise } from "./page.ts";
import type { Act } from "./page-acts.ts";
import { wholeCard } from "./page-card.ts";
import { greetingName, type Look, ours } from "./page-look.ts";
import { whenInWords } from "./page-times.ts";
import type { Refused } from "./page-words.ts";

/** An answer under way: what is being said, what was typed so far, and why it could not be taken. */
export type Asking = { act: Act; words: string; outcome: string; tellingId: string | null; refused: Refused | null };

/** One promise alone, and, where they come with an answer in mind, the question once more with one button. */
export function promisePage(p: SeenPromise, look: Look, asking: Asking | null): Html {
  const question = asking ? (isPossible(p, asking) ? form(p, look, asking) : apology(look, asking)) : nothing;
  return html`<p class="back"><a href="${look.home}">${look.words.back}</a></p>${wholeCard(p, look, question !== nothing && asking !== null && isPossible(p, asking))}${question}`;
}

/** Can this be said just now? A call that is denied must be one that can be. */
export function isPossible(p: SeenPromise, { act, tellingId }: Pick<Asking, "act" | "tellingId">): boolean {
  if (act === "did_not_happen")
    return p.story.some(({ contradicts }) => contradicts !== null && contradicts === tellingId);
  return p.acts.includes(act);
}

function form(p: SeenPromise, look: Look, { act, words: typed, outcome, tellingId, refused }: Asking): Html {
  const { words, times } = look;
  const said = words.acts[act];
  const owner = greetingName(p.owner);
  const values = { owner, when: ours(whenInWords(p.dueAt, times)) };
  const isChoice = act === "not_yet" && p.state !== "released";
  const trouble = refused ? html`<p class="late" role="alert" id="trouble">${words.refusals[refused]}</p>` : nothing;
  const described = refused ? html` aria-invalid="true" aria-describedby="trouble"` : nothing;
  return html`<form method="post" action="promises/${p.id}/${act}" class="ask"><h2>${said.ask}</h2><p>${say(said.follows, values)}</p>
${hidden("key", look.key)}${tellingId ? hidden("telling", tellingId) : ""}${act === "not_yet" && !isChoice ? hidden("outcome", "open_again") : ""}
${isChoice ? choices(look, outcome) : ""}${refused === "choice_missing" ? trouble : ""}
<label for="words">${words.words}</label><textarea id="words" name="words" rows="3"${refused === "words_too_long" ? described : ""}>${typed}</textarea>${refused !== "choice_missing" ? trouble : ""}
<div class="acts"><button class="main">${say(said.send, { owner })}</button><a href="${look.home}">${words.back}</a></div></form>`;
}

function choices({ words }: Look, outcome: string): Html {
  const choice = (value: string, label: string) =>
    html`<label><input type="radio" name="outcome" value="${value}" required${outcome === value ? html` checked` : ""}> ${label}</label>`;
  return html`<fieldset><legend>${words.choose}</legend>${choice("open_again", words.finish)}${choice("not_kept", words.giveUp)}</fieldset>`;
}

function apology({ words }: Look, { refused, words: typed }: Asking): Html {
  const kept = typed ? html`<p class="typed"><bdi>${typed}</bdi></p>` : nothing;
  return html`<div class="ask" role="alert"><p>${words.refusals[refused ?? "other"]}</p>${kept}</div>`;
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}
