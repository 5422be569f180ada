import { lookTokens } from "#base/look.ts";

/** How the API's page looks: the house's ink on paper, set for reading code. */
export const referenceStyle = `${lookTokens}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: var(--t2)/1.6 var(--sans) }
main { max-width: 860px; margin: 0 auto; padding: var(--s6) 20px var(--s7) }
h1 { font: 500 var(--t5)/1.2 var(--serif); margin: 0 0 var(--s4) }
h2 { font: 500 var(--t4)/1.2 var(--serif); margin: var(--s7) 0 var(--s4); border-bottom: 1px solid var(--line); padding-bottom: var(--s2) }
h3 { font: 400 var(--t2)/1.4 var(--sans); margin: 0 } h3 b { color: var(--copper); font-weight: 650 }
p { margin: var(--s2) 0 var(--s3); max-width: 68ch } small { color: var(--muted) }
a { color: var(--copper) } nav { margin: var(--s5) 0; line-height: 2.2 } nav a { margin-right: var(--s3) }
article { background: var(--card); border: 1px solid var(--line); border-radius: var(--round); padding: var(--s4); margin: 0 0 var(--s4) }
code { font: 0.9em/1.5 ui-monospace, monospace } div { overflow-x: auto }
pre { background: var(--tint); border-radius: 6px; padding: var(--s3); margin: var(--s3) 0 0; overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-size: var(--t1); margin: var(--s2) 0 }
caption { text-align: left; color: var(--muted); padding: var(--s1) 0 }
th, td { text-align: left; vertical-align: top; font-weight: 400; padding: 3px var(--s3) 3px 0; border-top: 1px solid var(--line) }
td { color: var(--muted) }
`;
