import type { Instant } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import type { AuthOptions } from "./auth.ts";
import type { Household } from "./household.ts";
import { findSession, isOpen, namesSession, type OpenSession, type Session } from "./sessions.ts";

/** Who comes in by a browser: better-auth behind our doors, and the sessions that it makes. */
export type Identity = {
  /** The door to its tables. */
  auth: Database["auth"];
  household: Household;
  /** Can one sign in by another house's word? */
  hasOidc: boolean;
  /** better-auth's answer to a request below `/api/auth`. */
  answer: (request: Request) => Promise<Response>;
  /** Does this browser name a session? It costs nothing to ask. */
  names: (cookies: string | undefined) => boolean;
  find: (cookies: string | undefined, now: Instant) => Promise<OpenSession | null>;
  isOpen: (session: Session, now: Instant) => Promise<boolean>;
};

/** Costs nothing until somebody comes: better-auth is loaded at the first request, when the house knows its address. */
export function openIdentity(options: AuthOptions): Identity {
  const { db, house, household, oidc } = options;
  const open = async () => (await import("./auth.ts")).openAuth(options);
  let opened: ReturnType<typeof open> | undefined;
  return {
    auth: db.auth,
    household,
    hasOidc: oidc !== null,
    answer: async (request) => {
      opened ??= open();
      return (await opened).handler(request);
    },
    names: (cookies) => namesSession(cookies, house),
    find: (cookies, now) => findSession(db.auth, house, cookies, now),
    isOpen: (session, now) => isOpen(db.auth, session, now),
  };
}
