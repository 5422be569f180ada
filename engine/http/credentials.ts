import { timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Endpoint } from "#base/contract.ts";
import { isId } from "#base/id.ts";
import type { Instant } from "#base/instant.ts";
import { forbidden, Refusal } from "#base/refusal.ts";
import { hashSecret, readToken, type Token } from "#base/token.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Identity } from "#engine/identity/identity.ts";
import type { Session } from "#engine/identity/sessions.ts";
import type { Actor, House } from "./call.ts";
import { readCookie, writeCookie } from "./cookies.ts";
import { DoorProblem } from "./door-problem.ts";
import { counter, householdOf, type Limits } from "./limits.ts";
import { refuseOtherSites } from "./same-site.ts";

/** Who knocks: a program by its key, or a member by the session of their browser, in the workspace that they chose. */
export type Credential =
  | { is: "key"; id: string; workspaceId: string; token: Token }
  | { is: "session"; id: string; workspaceId: string; session: Session };

/** Who holds this token, or null when nobody does any more: unknown, revoked, expired and left are one answer. */
export type Authenticate = (tx: Tx, token: Token, now: Instant) => Promise<Actor | null>;

/** Who this user is in a workspace, or null where they do not work. */
export type Recognise = (tx: Tx, workspaceId: string, userId: string) => Promise<Omit<Actor, "credentialId"> | null>;

export type Gate = ReturnType<typeof gate>;

type Watch = { authenticate: Authenticate; recognise: Recognise; identity: Identity; house: House };
type Knocking = Pick<FastifyRequest, "headers" | "ip" | "method" | "host">;
type Asked = Pick<Endpoint, "method" | "scope" | "own">;
type Let = { credential: Credential /** Cookies to be set again. */; renewed: string[] };

/** The cookie that names the workspace in which a member of several works just now. */
const workspaceCookie = "tp_workspace";

/**
 * The gate of the API: `knock` before the body is read, for a key without a query and for a session with one, and `admit`
 * inside the transaction.
 */
export function gate({ authenticate, recognise, identity, house }: Watch, limits: Limits) {
  const failures = counter(limits.failedTries);
  const calls = counter(limits.callsPerKey);

  function knockWithKey({ headers, ip }: Knocking, now: Instant): Let {
    const token = readBearer(headers.authorization);
    // A key that was good a moment ago is let through, so that a stranger behind the same proxy cannot lock it out.
    const wait = token && calls.knows(token.id, now) ? 0 : failures.secondsOver(householdOf(ip), now);
    if (wait > 0) throw tooMany("too_many_failed_tries", "Too many tries with a bad key came from this address.", wait);
    if (!token) {
      failures.add(householdOf(ip), now);
      throw badCredentials();
    }
    return { credential: { is: "key", id: token.id, workspaceId: token.workspaceId, token }, renewed: [] };
  }

  async function knockWithSession(request: Knocking, now: Instant): Promise<Let> {
    const { cookie } = request.headers;
    refuseOtherSites(request, house);
    const found = await identity.find(cookie, now);
    if (!found) throw sessionEnded();
    const { session, renewed } = found;
    if (!/^(?:GET|HEAD)$/.test(request.method)) demandCsrfToken(request.headers["x-csrf-token"], session);
    const chosen = readCookie(cookie, workspaceCookie) ?? "";
    const workspaceId = isId(chosen) ? chosen : (await identity.household.workspacesOf(session.userId))[0];
    if (!workspaceId) throw worksNowhere();
    return { credential: { is: "session", id: session.id, workspaceId, session }, renewed };
  }

  return {
    async knock(request: Knocking, now: Instant): Promise<Let> {
      const { authorization, cookie } = request.headers;
      const isSession = authorization === undefined && identity.names(cookie);
      const let_ = isSession ? await knockWithSession(request, now) : knockWithKey(request, now);
      const busy = calls.secondsOver(let_.credential.id, now);
      if (busy > 0) throw tooMany("too_many_calls", "This key or session calls more often than it may.", busy);
      return let_;
    },

    async admit(tx: Tx, who: Credential, endpoint: Asked, address: string, now: Instant) {
      const member = who.is === "key" ? await authenticate(tx, who.token, now) : await memberOf(tx, who);
      if (!member) {
        failures.add(householdOf(address), now);
        throw badCredentials();
      }
      calls.add(who.id, now);
      refuseWithoutScope(member, endpoint, who.is === "session" && endpoint.own === true);
      return member;
    },

    /** For what lasts longer than a request: is the session still there? A key is asked by `admit`. */
    async demandOpen(who: Credential, now: Instant): Promise<void> {
      if (who.is === "session" && !(await identity.isOpen(who.session, now))) throw sessionEnded();
    },
  };

  /** Whoever no longer works in the workspace that they chose is led to another one at their next request. */
  async function memberOf(tx: Tx, { id, workspaceId, session }: Credential & { is: "session" }): Promise<Actor> {
    const member = await recognise(tx, workspaceId, session.userId);
    if (member) return { ...member, credentialId: id };
    const isSecure = house.publicUrl.startsWith("https:");
    throw worksNowhere({ "set-cookie": writeCookie(workspaceCookie, "", { isSecure, maxAgeSeconds: 0 }) });
  }
}

function readBearer(authorization: string | undefined): Token | null {
  if (!authorization) {
    const sentence = "Sign in, or name your key in the header `Authorization: Bearer tp_…`.";
    throw new DoorProblem(401, "no_credentials", sentence, { "www-authenticate": 'Bearer realm="Truepenny"' });
  }
  const [, text] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  return text ? readToken(text) : null;
}

function badCredentials(): DoorProblem {
  const sentence = "This key opens nothing here: it is unknown, revoked or expired.";
  const challenge = 'Bearer realm="Truepenny", error="invalid_token"';
  return new DoorProblem(401, "bad_credentials", sentence, { "www-authenticate": challenge });
}

function sessionEnded(): DoorProblem {
  return new DoorProblem(401, "session_ended", "You are not signed in any more. Sign in again; nothing is lost.");
}

function worksNowhere(headers: Record<string, string> = {}): DoorProblem {
  const sentence = "You do not work in this workspace any more. Choose another, or ask to be invited again.";
  return new DoorProblem(403, "no_workspace", sentence, headers);
}

function demandCsrfToken(given: string | string[] | undefined, { csrfToken }: Session): void {
  if (typeof given === "string" && timingSafeEqual(hashSecret(given), hashSecret(csrfToken))) return;
  const sentence = "This page is from before you signed in. Load it again: send `csrf_token` of /me as X-CSRF-Token.";
  throw forbidden("csrf_token_wrong", sentence);
}

function refuseWithoutScope(member: Actor, { method, scope }: Asked, isOwn: boolean): void {
  if (!member.scopes.includes(scope)) {
    throw forbidden("scope_missing", `This key or session may not do that: it needs the scope ${scope}.`);
  }
  if (member.role === "viewer" && method !== "GET" && !isOwn) {
    throw forbidden("viewers_only_read", "A viewer reads and changes nothing. Ask an admin for another role.");
  }
}

function tooMany(code: string, sentence: string, seconds: number): Refusal {
  const wait = Math.ceil(seconds);
  const data = { retry_after_seconds: wait };
  return new Refusal("too_many", code, `${sentence} Try again in ${wait} ${wait === 1 ? "second" : "seconds"}.`, {
    data,
  });
}
