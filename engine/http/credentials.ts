import type { Endpoint } from "#base/contract.ts";
import type { Instant } from "#base/instant.ts";
import { forbidden, Refusal } from "#base/refusal.ts";
import { readToken, type Token } from "#base/token.ts";
import type { Tx } from "#engine/db/database.ts";
import type { Actor } from "./call.ts";
import { DoorProblem } from "./door-problem.ts";
import { counter, householdOf, type Limits } from "./limits.ts";

/** Who holds this token, or null when nobody does any more: unknown, revoked, expired and left are one answer. */
export type Authenticate = (tx: Tx, token: Token, now: Instant) => Promise<Actor | null>;

export type Gate = ReturnType<typeof gate>;

/** The gate of the API: `knock` before the body is read and without a query, `admit` inside the transaction. */
export function gate(authenticate: Authenticate, limits: Limits) {
  const failures = counter(limits.failedTries);
  const calls = counter(limits.callsPerKey);

  return {
    knock(authorization: string | undefined, address: string, now: Instant): Token {
      const token = readBearer(authorization);
      // A key that was good a moment ago is let through, so that a stranger behind the same proxy cannot lock it out.
      const wait = token && calls.knows(token.id, now) ? 0 : failures.secondsOver(householdOf(address), now);
      if (wait > 0)
        throw tooMany("too_many_failed_tries", "Too many tries with a bad key came from this address.", wait);
      if (!token) {
        failures.add(householdOf(address), now);
        throw badCredentials();
      }
      const busy = calls.secondsOver(token.id, now);
      if (busy > 0) throw tooMany("too_many_calls", "This key calls more often than it may.", busy);
      return token;
    },

    async admit(tx: Tx, token: Token, endpoint: Pick<Endpoint, "method" | "scope">, address: string, now: Instant) {
      const member = await authenticate(tx, token, now);
      if (!member) {
        failures.add(householdOf(address), now);
        throw badCredentials();
      }
      calls.add(token.id, now);
      refuseWithoutScope(member, endpoint);
      return member;
    },
  };
}

function readBearer(authorization: string | undefined): Token | null {
  if (!authorization) {
    const sentence = "Name your key in the header `Authorization: Bearer tp_…`.";
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

function refuseWithoutScope(member: Actor, { method, scope }: Pick<Endpoint, "method" | "scope">): void {
  if (!member.scopes.includes(scope)) {
    throw forbidden("scope_missing", `This key may not do that: it needs the scope ${scope}.`);
  }
  if (member.role === "viewer" && method !== "GET") {
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
