import type { FastifyInstance } from "fastify";
import type { DoorOptions } from "./door-options.ts";
import { pageSecurity } from "./headers.ts";

/** The contract for other programs (openapi.json) and for people (docs). Both are made at the first call, then kept. */
export function mountReference(api: FastifyInstance, { served, house }: DoorOptions): void {
  const endpoints = served.map(({ endpoint }) => endpoint);
  const document = kept(async () => {
    const { openApi } = await import("./openapi.ts");
    return openApi(endpoints, house.publicUrl);
  });
  const json = kept(async () => JSON.stringify(await document()));
  const page = kept(async () => {
    const { referencePage } = await import("./reference-page.ts");
    return referencePage(await document());
  });

  api.get("/openapi.json", async (_request, reply) => {
    return reply.header("content-type", "application/json; charset=utf-8").send(await json());
  });
  api.get("/docs", async (_request, reply) => {
    const answer = reply.header("content-type", "text/html; charset=utf-8");
    return answer.header("content-security-policy", pageSecurity).send(await page());
  });
  api.get("/docs.css", async (_request, reply) => {
    const { referenceStyle } = await import("./reference-style.ts");
    return reply.header("content-type", "text/css; charset=utf-8").send(referenceStyle);
  });
}

function kept<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
