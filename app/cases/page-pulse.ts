import { html } from "hono/html";
import { type Html, nothing } from "#base/html.ts";
import type { SeenCase } from "./page.ts";
import type { CaseLook } from "./page-words.ts";
import { expectations, feelings } from "./pulse.ts";

const faces = ["😞", "🙁", "😐", "🙂", "😀"] as const;

/**
 * One press says how it was beside what they expected; a face and words go with it where they like. Enter in a field says
 * nothing: a browser would press the first button, so the first is one that cannot be pressed.
 */
export function pulseForm({ id }: Pick<SeenCase, "id">, look: CaseLook, typed: string, isTooLong: boolean): Html {
  const { cases, key, home } = look;
  const { pulse } = cases;
  const described = isTooLong ? html` aria-invalid="true" aria-describedby="trouble"` : nothing;
  const face = (feeling: (typeof feelings)[number]) =>
    html`<label><input type="radio" name="feeling" value="${feeling}"> <span aria-hidden="true">${faces[feeling - 1]}</span> ${pulse.feelings[feeling - 1]}</label>`;
  return html`<form method="post" action="${home}/cases/${id}/pulses" class="ask"><h2>${pulse.ask}</h2>
<button disabled hidden></button><input type="hidden" name="key" value="${key}"><fieldset><legend>${pulse.feeling}</legend>${feelings.map(face)}</fieldset>
<label for="pulse-words">${cases.words}</label><textarea id="pulse-words" name="words" rows="2"${described}>${typed}</textarea>${isTooLong ? html`<p class="late" role="alert" id="trouble">${cases.tooLong}</p>` : nothing}
<div class="acts">${expectations.map((each) => html`<button name="expected" value="${each}">${pulse.expected[each]}</button>`)}</div></form>`;
}
