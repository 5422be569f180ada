import { html } from "hono/html";
import { type Html, nothing } from "#base/html.ts";
import type { SeenCase } from "./page.ts";
import { caseRow } from "./page-case.ts";
import { pulseForm } from "./page-pulse.ts";
import type { CaseAct, CaseLook } from "./page-words.ts";

const mostOnHome = 4;

/** What was just done, for which they are thanked. */
export type CaseDone = CaseAct | "told" | "pulse";

/** On their page beside what we promised: what they raised and is open, and the way to tell us something. */
export function casesOnHome(open: readonly SeenCase[], look: CaseLook): Html {
  const { cases, home } = look;
  const rows = open.slice(0, mostOnHome).map((c) => caseRow(c, look));
  const list = rows.length > 0 ? html`<h2 class="part">${cases.heading}</h2><ul>${rows}</ul>` : nothing;
  const all = rows.length > 0 ? html`<a href="${home}/cases">${cases.all}</a> ` : nothing;
  return html`${list}<p class="whole">${all}<a href="${home}/tell-us">${cases.tellUs}</a></p>`;
}

/** All they raised, the newest first. */
export function casesPage(all: readonly SeenCase[], look: CaseLook, done: CaseDone | null): Html {
  const { cases, home, words } = look;
  const thanks =
    done && (done === "told" ? cases.tellUsThanks : done === "pulse" ? cases.pulse.thanks : cases.acts[done].thanks);
  const over = done === "satisfied" ? all.find(({ mayPulse }) => mayPulse) : undefined;
  return html`<p class="back"><a href="${home}">${words.back}</a></p>${thanks ? html`<p class="notice" role="status">${thanks}</p>` : nothing}${over ? pulseForm(over, look) : nothing}<h1>${cases.heading}</h1>
${all.length > 0 ? html`<ul>${all.map((c) => caseRow(c, look))}</ul>` : html`<p>${cases.none}</p>`}
<p class="whole"><a href="${home}/tell-us">${cases.tellUs}</a></p>`;
}

/** One box and one button: we ask for nothing that we know. */
export function tellUsPage(look: CaseLook, typed: string, refused: "missing" | "tooLong" | null): Html {
  const { cases, home, key } = look;
  const described = refused ? html` aria-invalid="true" aria-describedby="trouble"` : nothing;
  return html`<p class="back"><a href="${home}">${look.words.back}</a></p><form method="post" action="tell-us" class="ask"><h1>${cases.tellUs}</h1><p>${cases.tellUsMore}</p>
<input type="hidden" name="key" value="${key}"><label for="words">${cases.tellUsLabel}</label><textarea id="words" name="words" rows="6" required${described}>${typed}</textarea>
${refused ? html`<p class="late" role="alert" id="trouble">${cases[refused]}</p>` : nothing}
<div class="acts"><button class="main">${cases.tellUsSend}</button></div></form>`;
}
