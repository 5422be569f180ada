import type { FastifyInstance } from "fastify";
import type { Instant } from "#base/instant.ts";
import { type Credential, gate } from "./credentials.ts";
import type { DoorOptions } from "./door-options.ts";
import { DoorProblem } from "./door-problem.ts";
import { mountEndpoint } from "./endpoint.ts";
import { mountEvents } from "./events.ts";
import { readJson } from "./json.ts";
import type { Limits } from "./limits.ts";
import { mountReference } from "./reference.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The one time at which everything in this request happens. */
    at: Instant;
    /** Read at the gate, checked in the transaction. */
    credential: Credential;
    /** The bytes as they came, for the digest of an idempotency key. */
    rawBody: Buffer;
  }
}

const noBytes = Buffer.alloc(0);

/** Everything under /api/v1. */
export function mountApi(app: FastifyInstance, doors: DoorOptions, limits: Limits): void {
  const mount = async (api: FastifyInstance) => {
    readJson(api);
    explainNotFound(api, doors);
    mountReference(api, doors);
    await api.register(async (walled) => {
      const watch = gate(doors, limits);
      walled.addHook("onRequest", async (request, reply) => {
        request.rawBody = noBytes;
        request.at = doors.now();
        const { credential, renewed } = await watch.knock(request, request.at);
        request.credential = credential;
        for (const cookie of renewed) reply.header("set-cookie", cookie);
      });
      for (const served of doors.served) mountEndpoint(walled, served, doors, watch);
      mountEvents(walled, doors, watch, limits.streamsPerKey);
    });
  };
  app.register(mount, { prefix: "/api/v1" });
}

/** A path that is there answers a method that it has not with those that it has. */
function explainNotFound(api: FastifyInstance, doors: DoorOptions): void {
  const own = ["/events", "/openapi.json", "/docs"].map((path) => ({ method: "GET", path }));
  const there = [...doors.served.map(({ endpoint }) => endpoint), ...own].map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^/api/v1${path.replaceAll(".", "\\.").replaceAll(/:\w+/g, "[^/]+")}$`),
  }));
  api.setNotFoundHandler((request) => {
    const [path = ""] = request.url.split("?");
    const methods = new Set(there.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method));
    if (methods.size === 0) throw new DoorProblem(404, "not_found", "There is nothing at this address.");
    const allow = [...methods].join(", ");
    throw new DoorProblem(405, "method_not_allowed", `This address takes only ${allow}.`, { allow });
  });
}
