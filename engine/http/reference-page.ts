import { html } from "hono/html";
import { exampleOf, type Field, fieldsOf, type Shape } from "./reference-fields.ts";

type Content = { content?: Record<string, { schema: Shape }> };
type Operation = Content & {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters: { name: string; in: string; required: boolean; description?: string; schema: Shape }[];
  requestBody?: Content;
  responses: Record<string, Content>;
};
type Document = { servers: { url: string }[]; paths: Record<string, Record<string, Operation>> };
type Listed = { method: string; path: string; operation: Operation };

/** The OpenAPI document as a page to read: grouped by noun, every endpoint with its fields and a line to try it by. */
export function referencePage(document: Record<string, unknown>): string {
  const { servers, paths } = document as Document;
  const base = servers[0]?.url ?? "";
  const listed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const nouns = [...Map.groupBy(listed, ({ operation }) => operation.tags[0] ?? "")];
  return String(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Truepenny's API</title><link rel="stylesheet" href="/api/v1/docs.css"></head>
<body><main>
<h1>Truepenny’s API</h1>
${introduction(base)}
<nav aria-label="Nouns">${nouns.map(([noun]) => html`<a href="#${noun}">${noun}</a> `)}</nav>
${nouns.map(
  ([noun, endpoints]) => html`<section aria-labelledby="${noun}"><h2 id="${noun}">${noun}</h2>
${endpoints.map((each) => endpoint(base, each))}</section>`,
)}
</main></body></html>`);
}

function introduction(base: string) {
  return html`<p>JSON in and out under <code>${base}</code>, and the same as <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
Every call names its key: <code>Authorization: Bearer tp_…</code>. Instants and durations are written as ISO 8601.</p>
<p>A <code>POST</code> with an <code>Idempotency-Key</code> happens once, however often it is sent within 24 hours. An edit
with <code>If-Match</code> and the <code>ETag</code> that it was read with never overwrites somebody else’s. Lists give
<code>items</code> and <code>next</code>: send it as <code>after</code> for the page that follows. A no is told as problem
details: <code>code</code> for programs, <code>detail</code> for people, and <code>field</code> where one is to blame.</p>`;
}

function endpoint(base: string, { method, path, operation }: Listed) {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const taken = [...parameters.filter((each) => each.in === "query").map(asField), ...fieldsIn(requestBody)];
  const [status = "200"] = Object.keys(responses);
  const given = fieldsIn(responses[status]);
  return html`<article id="${operationId}">
<h3><b>${method}</b> <code>${path}</code></h3><p>${summary}. <small>${description.replaceAll("`", "")}</small></p>
${table("It takes", taken)}${table(`It answers ${status} with`, given)}
<pre tabindex="0"><code>${curl(base, method, path, requestBody)}</code></pre></article>
`;
}

function table(caption: string, fields: Field[]) {
  if (fields.length === 0) return "";
  const rows = fields.map(
    ({ name, kind, isRequired, description }) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${kind}</td><td>${isRequired ? "" : "optional"}</td><td>${description}</td></tr>`,
  );
  return html`<div role="group" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><tbody>${rows}</tbody></table></div>`;
}

function asField({ name, required, description, schema }: Operation["parameters"][number]): Field {
  const [field] = fieldsOf({ properties: { [name]: schema }, required: required ? [name] : [] });
  return field ?? { name, kind: "", isRequired: required, description: description ?? "" };
}

function fieldsIn(part: Content | undefined): Field[] {
  const schema = part?.content?.["application/json"]?.schema;
  return schema ? fieldsOf(schema) : [];
}

function curl(base: string, method: string, path: string, body: Content | undefined): string {
  const schema = body?.content?.["application/json"]?.schema;
  const url = base + path.replaceAll(/\{(\w+)\}/g, "$$$1");
  const parts = [`curl ${method === "GET" ? "" : `-X ${method} `}"${url}"`, `-H "Authorization: Bearer $KEY"`];
  if (schema) parts.push(`--json '${JSON.stringify(exampleOf(schema)).replaceAll("'", "’")}'`);
  return parts.join(" \\\n  ");
}
