import { after } from "node:test";
import * as z from "zod/mini";
import { actorOfKey } from "#app/members/store-keys.ts";
import { actorOfUser } from "#app/members/store-users.ts";
import { householdOf } from "#app/users/actions-household.ts";
import { Instant } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import type { Served } from "#engine/http/call.ts";
import type { DoorOptions } from "#engine/http/door-options.ts";
import { openDoors } from "#engine/http/doors.ts";
import { openIdentity } from "#engine/identity/identity.ts";
import { openLog } from "#engine/log.ts";
import { testSecret } from "./database.ts";

export type Reply = { status: number; headers: Headers; body: Record<string, unknown> };
export type Caller = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
type Options = Partial<DoorOptions> & { logged?: string[] };

/** The real doors on a free port, over real HTTP. Every answer is held against its contract. Stopped after the tests. */
export async function startDoors(db: Database, served: Served, options: Options = {}) {
  const lines = options.logged ?? [];
  const { house = { publicUrl: "http://localhost:3000", secret: testSecret }, now = thisInstant } = options;
  const log = openLog("info", { write: (line: string) => lines.push(line) });
  const doors = openDoors({
    db,
    house,
    lobby: [],
    setupCode: null,
    authenticate: actorOfKey,
    recognise: actorOfUser,
    identity: openIdentity({ db, house, household: householdOf(db, house, now), oidc: null, log }),
    now,
    log,
    ...options,
    served: served.map(heldAgainstContract),
  });
  const url = await doors.listen({ port: 0, host: "127.0.0.1" });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= Promise.resolve(doors.close()));
  after(stop);
  return { url, stop, as: (token: string | null) => caller(url, token) };
}

/** The time it is, for tests that do not care. */
export function thisInstant(): Instant {
  return new Instant(Date.now());
}

function caller(url: string, token: string | null): Caller {
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}${path.startsWith("/api/") ? path : `/api/v1${path}`}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json(;|$)/.test(response.headers.get("content-type") ?? "");
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } };
  };
}

/** An answer that its contract does not describe is a bug, which only a test would otherwise see. */
function heldAgainstContract({ endpoint, handle }: Served[number]): Served[number] {
  return {
    endpoint,
    handle: async (call) => {
      const answer = await handle(call);
      const sent = answer === undefined ? undefined : JSON.parse(JSON.stringify(answer));
      const held = z.safeParse(endpoint.gives, sent);
      if (!held.success) throw new Error(`${endpoint.method} ${endpoint.path}: ${JSON.stringify(held.error.issues)}`);
      return answer;
    },
  };
}
