import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { type Instant, instant, secondsBetween } from "#base/instant.ts";
import { Refusal } from "#base/refusal.ts";
import { inWorkspace } from "#engine/db/database.ts";
import type { Credential, Gate } from "./credentials.ts";
import type { DoorOptions } from "./door-options.ts";
import { rereadSeconds, resetEvent, watchtower } from "./event-hints.ts";
import { problemOf } from "./problem.ts";

// Proxies close a line on which nothing was said for half a minute or so.
const heartbeatMs = 15_000;
const recheckMs = 60_000;
// A listener that does not read is dropped before it costs memory; it comes back and resumes.
const mostUnreadBytes = 256 * 1024;

// Not held back by a proxy; and a line that has ended is closed, or a stopping house would wait for it.
const streamHeaders = { connection: "close", "x-accel-buffering": "no" };

const eventsEndpoint = { method: "GET", scope: "promises:read" } as const;

/** `GET /events`: hints of what changed, as server-sent events, until the caller, the key or the house goes. */
export function mountEvents(api: FastifyInstance, doors: DoorOptions, gate: Gate, mostPerKey: number): void {
  const hints = watchtower(doors.db, doors.now);
  const open = new Map<Readable, string>();
  let isClosed = false;

  const admit = (who: Credential, address: string, now: Instant) =>
    inWorkspace(doors.db, who.workspaceId, (tx) => gate.admit(tx, who, eventsEndpoint, address, now));
  const recheck = async (who: Credential, address: string) => {
    await gate.demandOpen(who, doors.now());
    await admit(who, address, doors.now());
  };

  const refuseTooMany = (keyId: string) => {
    if ([...open.values()].filter((id) => id === keyId).length < mostPerKey) return;
    const sentence = `This key has ${mostPerKey} streams open already: close one of them first.`;
    throw new Refusal("too_many", "too_many_streams", sentence, { data: { retry_after_seconds: 5 } });
  };

  api.get("/events", { exposeHeadRoute: false }, async ({ credential, at, ip, headers }, reply) => {
    await admit(credential, ip, at);
    refuseTooMany(credential.id);
    const stream = new Readable({ read: () => undefined });
    const say = (text: string) => {
      if (stream.readableLength > mostUnreadBytes) stream.destroy();
      else stream.push(text);
    };
    say("retry: 2000\n\n");
    if (hasMissedSome(headers["last-event-id"], at)) say(resetEvent);
    const leave = hints.listen(credential.workspaceId, say);
    const heartbeat = setInterval(say, heartbeatMs, ": still here\n\n");
    const watching = setInterval(() => void recheck(credential, ip).catch(endWhenRefused(stream)), recheckMs);
    open.set(stream, credential.id);
    if (isClosed) stream.push(null);
    stream.once("close", () => {
      clearInterval(heartbeat);
      clearInterval(watching);
      leave();
      open.delete(stream);
    });
    return reply.type("text/event-stream").headers(streamHeaders).send(stream);
  });

  api.addHook("preClose", async () => {
    isClosed = true;
    for (const stream of open.keys()) stream.push(null);
  });
}

/** A key that was revoked or a session that ended ends its streams; a database that is away for a moment does not. */
function endWhenRefused(stream: Readable): (problem: unknown) => void {
  return (problem) => {
    if (problemOf(problem).status < 500) stream.push(null);
  };
}

/** A listener that was away for longer than we read back, or names a moment that we cannot read. */
function hasMissedSome(lastEventId: string | string[] | undefined, now: Instant): boolean {
  if (lastEventId === undefined) return false;
  try {
    return secondsBetween(instant(String(lastEventId)), now) > rereadSeconds;
  } catch {
    return true;
  }
}
