import { html } from "hono/html";
import { lookTokens } from "#base/look.ts";
import { pageSecurity } from "#engine/http/headers.ts";
import type { Pages } from "#engine/http/pages.ts";

/** `/`: what this is, and how to begin. The same for everybody, so it says nothing of who is in the house. */
export const homePage: Pages = (app, { house }) => {
  app.get("/", async (_request, reply) => {
    reply.headers({ "content-type": "text/html; charset=utf-8", "content-security-policy": pageSecurity });
    return reply.send(String(page(house.publicUrl)));
  });

  app.get("/home.css", async (_request, reply) => {
    reply.headers({ "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=3600" });
    return reply.send(style);
  });
};

function page(url: string) {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Truepenny</title><link rel="stylesheet" href="/home.css"></head>
<body><main>
<h1>Truepenny keeps your word</h1>
<p>Every promise to a customer is written down here, with a due that can be kept. Who made it is rung before it could be
late, and the customer sees on their own page what was promised, what changed, and whether it was kept.</p>

<h2>Are you a customer?</h2>
<p>Your page opens with the link in our mail to you. There is no password to remember.</p>

<h2>Make the first workspace</h2>
<p>Say who you are on the machine where Truepenny runs. The answer holds your <code>api_key</code>; it is shown once.</p>
<pre tabindex="0"><code>./truepenny workspace create --name "Ortiz Heating &amp; Water" \\
  --member-name "Ana Ortiz" --member-email ana@example.com \\
  --time-zone Europe/Berlin --json</code></pre>

<h2>Write down the first promise</h2>
<pre tabindex="0"><code>KEY=tp_…
curl ${url}/api/v1/customers -H "Authorization: Bearer $KEY" \\
  --json '{"name": "Marta Lindqvist", "kind": "person"}'
curl ${url}/api/v1/promises -H "Authorization: Bearer $KEY" \\
  --json '{"customer_id": "…", "text": "Call back about the leak",
    "kind": "callback", "due_words": "tomorrow 3pm"}'</code></pre>
<p>All that can be asked and done is on <a href="/api/v1/docs">the API’s page</a>.</p>
</main></body></html>`;
}

const style = `${lookTokens}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 var(--serif) }
main { max-width: 640px; margin: 0 auto; padding: var(--s6) 20px var(--s7) }
h1 { font: 500 32px/1.2 var(--serif); margin: 0 0 var(--s4) }
h2 { font: 500 21px/1.3 var(--serif); margin: var(--s6) 0 var(--s2) }
p { margin: 0 0 var(--s3) } a { color: var(--copper) }
code { font: 0.85em/1.5 ui-monospace, monospace }
pre { background: var(--card); border: 1px solid var(--line); border-radius: var(--round); padding: var(--s4); margin: 0 0 var(--s3); overflow-x: auto; line-height: 1.45 }
`;
