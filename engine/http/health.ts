import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sql } from "kysely";
import { hashSecret } from "#base/token.ts";
import type { Database } from "#engine/db/database.ts";
import { metrics } from "#engine/metrics.ts";
import { DoorProblem } from "./door-problem.ts";

type HealthOptions = { db: Database; metricsToken?: string | undefined; isLeaving: () => boolean };

/** For whoever watches over the process: does it live, can it serve, how is it doing. */
export function mountHealth(app: FastifyInstance, options: HealthOptions): void {
  app.get("/healthz", async () => ({ ok: true }));

  app.get("/readyz", async () => {
    if (options.isLeaving()) throw new DoorProblem(503, "leaving", "This process is about to stop: ask another one.");
    // Answers only when the database does, with the tables in place that the app's role may read.
    await sql`select 1 from workspaces limit 0`.execute(options.db.app);
    return { ok: true };
  });

  app.get("/metrics", async (request, reply) => {
    if (!mayWatch(request, options.metricsToken)) {
      throw new DoorProblem(404, "not_found", "There is nothing at this address.");
    }
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
}

/** The machine itself, asking directly; or whoever has the token. */
function mayWatch(request: FastifyRequest, token: string | undefined): boolean {
  const { headers, socket } = request;
  const given = headers.authorization?.replace(/^Bearer +/i, "");
  if (token && given) return timingSafeEqual(hashSecret(given), hashSecret(token));
  const isForwarded = headers["x-forwarded-for"] ?? headers.forwarded ?? headers["x-real-ip"];
  return !isForwarded && /^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? "");
}
