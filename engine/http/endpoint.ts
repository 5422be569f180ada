import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Endpoint, StreamedFile } from "#base/contract.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import { isSecure } from "#engine/identity/sessions.ts";
import type { Call, House, Served } from "./call.ts";
import { writeCookie } from "./cookies.ts";
import type { Gate } from "./credentials.ts";
import { isWorthRetrying } from "./database-problem.ts";
import type { DoorOptions } from "./door-options.ts";
import { sendFile } from "./file.ts";
import { type Answer, digestOf, once, readKey } from "./idempotency.ts";
import { readIfMatch, readInput } from "./input.ts";
import { packed } from "./packed.ts";

type Answered = Answer & { isReplayed: boolean };

// Whoever was in the way has usually finished after one more try; a queue behind one row would only grow.
const mostTries = 3;
const rememberedSeconds = 400 * 86_400; // the longest that browsers keep anything

/** One endpoint of a contract: credential, scope, input, idempotency key and handler, in one transaction. */
export function mountEndpoint(
  api: FastifyInstance,
  { endpoint, handle }: Served[number],
  doors: DoorOptions,
  gate: Gate,
): void {
  const answer = async (tx: Tx, request: FastifyRequest): Promise<Answered> => {
    const { at: now, credential } = request;
    const member = await gate.admit(tx, credential, endpoint, request.ip, now);
    const input = readInput(endpoint, request);
    const version = readIfMatch(request.headers["if-match"]);
    const session = credential.is === "session" ? credential.session : null;
    const { house, identity } = doors;
    const readLater = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(doors.db, member.workspaceId, work);
    const call = { tx, readLater, member, now, version, house, session, identity, ...input } as Call<Endpoint>;
    const work = async () => ({ status: endpoint.status, answer: await handle(call) });
    const key = endpoint.method === "POST" ? readKey(request.headers["idempotency-key"]) : undefined;
    if (key === undefined) return { ...(await work()), isReplayed: false };
    const digest = digestOf(request.method, request.url, request.rawBody);
    const deed = { workspaceId: member.workspaceId, actorId: member.credentialId, key, digest, now };
    return once(tx, deed, endpoint.secrets ?? [], work);
  };

  api.route({
    method: endpoint.method,
    url: endpoint.path,
    handler: async (request, reply) => {
      const inOne = () => inWorkspace(doors.db, request.credential.workspaceId, (tx) => answer(tx, request));
      const answered = await retrying(inOne);
      remember(reply, endpoint, answered.answer, doors.house);
      return send(request, reply, answered, endpoint);
    },
  });
}

async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (problem) {
      if (tries === mostTries || !isWorthRetrying(problem)) throw problem;
    }
  }
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, answer, isReplayed }: Answered,
  { media, isFile }: Endpoint,
): Promise<FastifyReply> {
  reply.code(status);
  if (isReplayed) reply.header("idempotency-replayed", "true");
  if (status === 204 || answer === undefined) return reply.send();
  if (isFile) return sendFile(reply, answer as StreamedFile);
  if (media !== undefined) return reply.header("content-type", `${media}; charset=utf-8`).send(answer);
  const version = versionOf(answer);
  if (version !== null) reply.header("etag", `"${version}"`);
  reply.header("content-type", "application/json; charset=utf-8");
  return reply.send(await packed(request, reply, JSON.stringify(answer)));
}

function remember(reply: FastifyReply, { remembers = {} }: Endpoint, answer: unknown, house: House): void {
  for (const [cookie, field] of Object.entries(remembers)) {
    const { [field]: value } = answer as Record<string, unknown>;
    const options = { isSecure: isSecure(house), maxAgeSeconds: rememberedSeconds };
    reply.header("set-cookie", writeCookie(cookie, String(value), options));
  }
}

function versionOf(answer: unknown): number | null {
  const version = typeof answer === "object" && answer !== null && "version" in answer ? answer.version : null;
  return typeof version === "number" ? version : null;
}
