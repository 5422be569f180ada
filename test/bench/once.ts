import { readFileSync } from "node:fs";
import { pg } from "#engine/db/types.ts";
import { type Doors, fileOf, type Load, type Requests, type Statements } from "./tools.ts";

/**
 * In place of the tools, for a test: every statement and every request once, so that none of them rots. What they say of
 * speed says nothing.
 */
export async function statementsOnce(doors: Doors, statements: Statements): Promise<Load> {
  const client = new pg.Client(doors[statements.as ?? "app"]);
  await client.connect();
  const begun = performance.now();
  try {
    for (const text of await written(statements)) await client.query(text);
  } finally {
    await client.end();
  }
  return loadOf(performance.now() - begun);
}

export async function requestsOnce(url: string, { apiKey, list }: Requests): Promise<Load> {
  const begun = performance.now();
  for (const { method, path, body } of list.slice(0, 2)) {
    const headers = {
      ...(apiKey && { authorization: `Bearer ${apiKey}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
    };
    const answer = await fetch(url + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  }
  return loadOf(performance.now() - begun);
}

/** pgbench's own commands begin with a backslash; a name that one of them sets is 1. */
async function written(statements: Statements): Promise<string[]> {
  return readFileSync(fileOf(statements), "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("\\") && !line.startsWith("--"))
    .join("\n")
    .replaceAll(/(?<!:):([a-z]\w*)/g, (_, name: string) => `'${statements.names[name] ?? 1}'`)
    .split(";")
    .map((text) => text.trim())
    .filter(Boolean);
}

function loadOf(millis: number): Load {
  return { perSecond: 1000 / millis, p50Ms: millis, p95Ms: millis, p99Ms: millis };
}
