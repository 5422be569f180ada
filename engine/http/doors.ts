import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { newId } from "#base/id.ts";
import { mountIdentity } from "#engine/identity/doors.ts";
import { requestSeconds } from "#engine/metrics.ts";
import { mountApi } from "./api.ts";
import type { DoorOptions } from "./door-options.ts";
import { DoorProblem } from "./door-problem.ts";
import { securityHeaders } from "./headers.ts";
import { mountHealth } from "./health.ts";
import { usualLimits } from "./limits.ts";
import { mountLobby } from "./lobby.ts";
import { mountPages } from "./pages.ts";
import { problemDetails, problemOf } from "./problem.ts";
import { closeInOrder } from "./stopping.ts";
import { answerUnreadable } from "./unreadable.ts";

const mebibyte = 1024 * 1024;

/** The house's doors: the API under /api/v1, the pages, health and metrics. Closing them lets requests finish. */
export function openDoors(options: DoorOptions): FastifyInstance {
  const { house, log, trustedProxies = [] } = options;
  const limits = { ...usualLimits, ...options.limits };
  const headers = securityHeaders(house.publicUrl);
  const app = Fastify({
    bodyLimit: mebibyte,
    genReqId: () => newId(),
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    // A slow sender must not hold a connection for ever.
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    // Whoever still comes while we close is served, and told to come by another connection next time.
    return503OnClosing: false,
    http: { headersTimeout: 15_000 },
    // A contact's link stands in a path.
    routerOptions: { maxParamLength: 500 },
    // These two answer before any hook has run, so they set the headers of every answer themselves.
    frameworkErrors: (error, request, reply) => {
      reply.headers(headers).header("x-request-id", request.id);
      void answerProblem(error, request, reply, log);
    },
    clientErrorHandler: answerUnreadable(headers),
  });
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(headers).header("x-request-id", request.id);
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "unknown";
    const { statusCode: status } = reply;
    requestSeconds.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
    if (status === 401 || status === 403) logRefused(request, status, log);
    done();
  });
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, log));
  app.setNotFoundHandler(() => {
    throw new DoorProblem(404, "not_found", "There is nothing at this address.");
  });

  const { isLeaving } = closeInOrder(app, options.drainSeconds ?? 0);
  mountApi(app, options, limits);
  mountIdentity(app, options);
  mountLobby(app, options);
  mountPages(app, options, limits.failedTries);
  mountHealth(app, { ...options, isLeaving });
  return app;
}

/** Who was not let in, so that whoever watches sees somebody rattle at the doors; of 429 the metrics count. */
function logRefused({ id, method, routeOptions, ip }: FastifyRequest, status: number, log: Logger): void {
  log.info({ request_id: id, status, method, route: routeOptions.url, address: ip }, "refused");
}

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Logger): FastifyReply {
  const problem = problemOf(error);
  if (problem.isBug) {
    log.error({ err: error, request_id: request.id, method: request.method, route: request.routeOptions.url }, "bug");
  }
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .header("content-type", "application/problem+json")
    .send(JSON.stringify(problemDetails(problem, request.id)));
}
