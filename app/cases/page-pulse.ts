import { html } from "hono/html";
import { clipped } from "#app/promises/page-look.ts";
import { type Html, nothing } from "#base/html.ts";
import type { SeenCase } from "./page.ts";
import type { CaseLook } from "./page-words.ts";
import { expectations, type Feeling, feelings } from "./pulse.ts";

/** What was typed so far: too long to be taken. */
export type Typed = { feeling: Feeling | null; words: string };

const faces = ["😞", "😕", "😐", "😊", "😀"] as const;

/**
 * One press says how it was beside what they expected; a face and words go with it where they like. Enter in a field says
 * nothing: a browser would press the first button, so the first is one that cannot be pressed.
 */
export function pulseForm(
  { id, subject }: Pick<SeenCase, "id" | "subject">,
  look: CaseLook,
  tooLong: Typed | null = null,
): Html {
  const { cases, key, home } = look;
  const { pulse } = cases;
  const described = tooLong ? html` aria-invalid="true" aria-describedby="trouble"` : nothing;
  const face = (feeling: Feeling) =>
    html`<label><input type="radio" name="feeling" value="${feeling}"${tooLong?.feeling === feeling ? html` checked` : nothing}> <span aria-hidden="true">${faces[feeling - 1]}</span> ${pulse.feelings[feeling - 1]}</label>`;
  return html`<form method="post" action="${home}/cases/${id}/pulses" class="ask"><h2>${pulse.ask}</h2><p><bdi>${clipped(subject, 90)}</bdi></p>
<button disabled hidden></button><input type="hidden" name="key" value="${key}"><fieldset><legend>${pulse.feeling}</legend>${feelings.map(face)}</fieldset>
<label for="pulse-words">${cases.words}</label><textarea id="pulse-words" name="words" rows="2"${described}>${tooLong?.words}</textarea>${tooLong ? html`<p class="late" role="alert" id="trouble">${cases.tooLong}</p>` : nothing}
<div class="acts">${expectations.map((each) => html`<button name="expected" value="${each}">${pulse.expected[each]}</button>`)}</div></form>`;
}
