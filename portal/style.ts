import { createHash } from "node:crypto";
import { lookTokens } from "#base/look.ts";

/** The customer's house in one small style sheet: a letter on paper, phone first, readable in the dark and in print. */
export const style = squeezed(`${lookTokens}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 var(--serif); overflow-wrap: anywhere }
main { max-width: 620px; margin: 0 auto; padding: 28px 20px 48px }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 16px; border-bottom: 1px solid var(--line); padding-bottom: 14px; margin-bottom: 26px }
header, footer, .sub, .back, .whole, ol, ul span, small { font: 14px/1.6 var(--sans); color: var(--muted) }
h1 { font: 500 27px/1.25 var(--serif); margin: 0 0 8px }
h2, article h1 { font: 500 20px/1.3 var(--serif); margin: 0 0 4px; white-space: pre-line }
p { margin: 0 0 12px }
a { color: var(--copper); text-underline-offset: 3px }
.sub { margin: 0 0 22px }
article, .ask, ul { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 20px; margin: 0 0 16px }
article > :last-child, .ask > :last-child { margin-bottom: 0 }
.part { margin: 34px 0 14px }
.due { font: 600 15.5px/1.45 var(--sans); margin: 2px 0 14px }
.late, ul .late { color: var(--red) }
.good, ul .good { color: var(--green) }
ol, ul { list-style: none }
ol { margin: 0 0 16px; padding: 0; padding-inline-start: 16px; border-inline-start: 2px solid var(--line) }
ol li { margin: 0 0 8px; position: relative; color: var(--ink) }
ol li::before { content: ""; position: absolute; inset-inline-start: -21px; top: 7px; width: 8px; height: 8px; border-radius: 50%; background: var(--line) }
ol li:last-child::before { background: var(--copper) }
ol time { color: var(--muted) }
ol a { white-space: nowrap }
ul { padding: 4px 20px }
ul li { padding: 11px 0; border-top: 1px solid var(--line) }
ul li:first-child { border: 0 }
ul a, ul span { display: block }
.acts { display: flex; flex-wrap: wrap; gap: 8px; align-items: stretch }
.acts a, button { display: inline-block; min-height: 44px; font: 600 15px/1.25 var(--sans); padding: 12px 16px; border-radius: var(--round); border: 1px solid var(--line); background: var(--card); color: var(--ink); text-decoration: none; cursor: pointer }
[hidden] { display: none }
.acts a:hover, button:hover { border-color: var(--copper) }
button.main { background: var(--copper); border-color: var(--copper); color: var(--on-copper) }
small { display: block }
.always { font: 15px/1.4 var(--sans); display: flex; flex-wrap: wrap; gap: 0 20px }
article > .always:last-child { margin-bottom: -12px }
.acts + .always { margin-top: 8px }
.always a, .back a, .whole a, ol a, footer a, summary { padding: 12px 0 }
ul a { padding: 3px 0 }
footer p { margin-bottom: 16px }
.ask label, legend { font: 600 15px/1.4 var(--sans); display: block }
fieldset { border: 0; margin: 0 0 12px; padding: 0 }
legend { padding: 0 }
.ask fieldset label { font-weight: 400; padding: 11px 0 }
input { accent-color: var(--copper); width: 18px; height: 18px; vertical-align: -3px }
textarea, input.line { display: block; width: 100%; font: 17px/1.5 var(--serif); color: var(--ink); background: var(--paper); border: 1px solid var(--muted); border-radius: var(--round); padding: 10px; margin: 6px 0 16px }
input.line { height: auto; min-height: 44px }
.notice { background: var(--tint); border-radius: var(--round); padding: 12px 16px }
:focus-visible { outline: 3px solid var(--copper); outline-offset: 2px }
footer { border-top: 1px solid var(--line); margin-top: 28px; padding-top: 16px }
.gone { position: absolute; clip-path: inset(50%) }
@media (max-width: 480px) { .acts form, .acts a, .acts button { width: 100%; text-align: center } }
@media print { :root { --paper: #fff; --card: #fff; --ink: #000; --muted: #444; --line: #bbb } .acts, .back, .ask, details { display: none } article { break-inside: avoid } }`);

const digest = createHash("sha256").update(style).digest("base64");

/** Nothing runs, nothing comes from elsewhere, forms go nowhere else, and the one style is known by its hash. */
export function pageSecurity(frameAncestors = "'none'"): string {
  return `default-src 'none'; style-src 'sha256-${digest}'; form-action 'self'; base-uri 'self'; frame-ancestors ${frameAncestors}`;
}

/** The blanks that only the writer needs would cost each reader half a kilobyte. */
function squeezed(css: string): string {
  return css
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/;}/g, "}");
}
