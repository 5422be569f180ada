import { html } from "hono/html";
import { type Html, nothing, say } from "#base/html.ts";
import type { FormPageWords } from "./page-form-words.ts";
import { mostIn, type Troubles, type Written } from "./written.ts";

/** How a form is shown: to whom it goes, where it is sent, and what was typed before. */
export type Shown = {
  words: FormPageWords;
  house: string;
  action: string;
  stamp: string;
  typed: Written;
  troubles: Troubles;
  again: keyof FormPageWords["again"] | null;
};

export const nothingTyped: Written = { name: "", email: "", phone: "", about: "", words: "" };

/** The form, with what was typed still in it and each trouble beside its field. Nothing in it runs. */
export function formPage(shown: Shown): Html {
  const { words, house, action, stamp, typed, troubles, again } = shown;
  return html`<form method="post" action="${action}" class="ask"><h1>${say(words.heading, { house })}</h1><p>${words.lead}</p>
${again ? html`<p class="notice" role="alert">${words.again[again]}</p>` : nothing}<input type="hidden" name="stamp" value="${stamp}">
<div class="gone" aria-hidden="true"><label for="website">${words.trap}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></div>
${field(shown, "name", { autocomplete: "name", required: true })}
${field(shown, "email", { type: "email", autocomplete: "email", hint: words.oneOfTwo })}
${field(shown, "phone", { type: "tel", autocomplete: "tel" })}
${field(shown, "about", { autocomplete: "off" })}
<label for="words">${words.words}</label><textarea id="words" name="words" rows="6" required maxlength="${mostIn.words}"${described(troubles, "words")}>${typed.words}</textarea>${trouble(shown, "words")}
<div class="acts"><button class="main">${words.send}</button></div></form>`;
}

type How = { type?: string; autocomplete: string; required?: boolean; hint?: string };

function field(shown: Shown, name: keyof Written, { type = "text", autocomplete, required, hint }: How): Html {
  const { words, typed, troubles } = shown;
  return html`<label for="${name}">${words[name]}</label>${hint ? html`<small id="${name}-hint">${hint}</small>` : nothing}
<input class="line" id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" maxlength="${mostIn[name]}" value="${typed[name]}"${required ? html` required` : nothing}${described(troubles, name, hint !== undefined)}>${trouble(shown, name)}`;
}

function described(troubles: Troubles, name: keyof Written, hasHint = false): Html {
  const by = [...(hasHint ? [`${name}-hint`] : []), ...(troubles[name] ? [`${name}-trouble`] : [])].join(" ");
  return html`${troubles[name] ? html` aria-invalid="true"` : nothing}${by ? html` aria-describedby="${by}"` : nothing}`;
}

function trouble({ words, troubles }: Shown, name: keyof Written): Html {
  const wrong = troubles[name];
  return wrong ? html`<p class="late" role="alert" id="${name}-trouble">${words.troubles[wrong]}</p>` : nothing;
}

/** It is kept; who answers and by when comes by the way they named. */
export function sentPage({ sent }: FormPageWords, action: string): Html {
  return html`<div role="status"><h1>${sent.heading}</h1><p>${sent.more}</p></div><p class="whole"><a href="${action}">${sent.another}</a></p>`;
}
