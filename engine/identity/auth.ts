import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Logger } from "pino";
import { newId } from "#base/id.ts";
import { Instant } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import { datesForBetterAuth } from "./dates.ts";
import type { Household } from "./household.ts";
import { addressHeader, authSecret, cookiePrefix, isSecure, sessionSeconds } from "./sessions.ts";
import { tables } from "./tables.ts";
import { countTry } from "./tries.ts";
import { findUser, vouchFor } from "./users.ts";

/** Another house that knows who our members are (OpenID Connect). */
export type Oidc = { issuer: string; clientId: string; clientSecret: string };

export type AuthOptions = {
  db: Database;
  house: { publicUrl: string; secret: string };
  household: Household;
  oidc: Oidc | null;
  log: Logger;
};

const resetSeconds = 3600;

/** better-auth as it is set up here: only what is used, its tables made by our migration, its limits in the database. */
export function openAuth({ db, house, household, oidc, log }: AuthOptions) {
  const { passwords } = household;
  const { origin, pathname, hostname } = new URL(house.publicUrl);
  const { auth } = db;
  return betterAuth({
    appName: "Truepenny",
    baseURL: origin,
    basePath: `${pathname.replace(/\/$/, "")}/api/auth`,
    secret: authSecret(house),
    database: { db: auth.withPlugin(datesForBetterAuth), type: "postgres", transaction: true },
    telemetry: { enabled: false },
    logger: { log: (level, message) => level === "error" && log.error({ identity: message }, "sign-in failed") },
    onAPIError: { errorURL: `${house.publicUrl}/sign-in` },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Ours says what is too short in its own words; here only what no door of ours has asked about.
      minPasswordLength: 10,
      maxPasswordLength: 200,
      password: {
        hash: passwords.hash,
        verify: ({ password, hash }) => passwords.isRight(password, hash),
      },
      resetPasswordTokenExpiresIn: resetSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        const known = await findUser(auth, user.id);
        if (known) await household.sendReset(known, token);
      },
      // The mail has reached them: the address is theirs.
      onPasswordReset: async ({ user }) => vouchFor(auth, user.id, thisInstant()),
    },
    ...tables,
    session: { ...tables.session, expiresIn: sessionSeconds, disableSessionRefresh: true },
    account: { ...tables.account, encryptOAuthTokens: true },
    verification: { ...tables.verification, storeIdentifier: "hashed" },
    user: {
      ...tables.user,
      // Whom another house sends: somebody who works here, by an address that house has verified.
      validateUserInfo: async ({ user, source }) => {
        if (source.method !== "oauth") return;
        if (user.emailVerified !== true) return { error: "email_not_verified" };
        if (!(await household.worksHere(String(user.email)))) return { error: "not_a_member" };
      },
    },
    databaseHooks: {
      session: {
        create: {
          after: async ({ userId }) => {
            const user = await findUser(auth, userId);
            if (user) await household.arrived(user);
          },
        },
      },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      customRules: {
        // An office behind one address signs in at nine; what guards one account is its own limit.
        "/sign-in/*": { window: 60, max: 30 },
        "/request-password-reset": { window: 600, max: 10 },
        "/reset-password": { window: 600, max: 20 },
        "/two-factor/*": { window: 60, max: 20 },
        "/change-password": { window: 600, max: 20 },
      },
      customStorage: {
        consume: async (key, { window, max }) => {
          const wait = await countTry(auth, `address ${key}`, { most: max, perSeconds: window }, thisInstant());
          return { allowed: wait === 0, retryAfter: wait || null };
        },
      },
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: isSecure(house),
      // Said aloud, because in a test better-auth would otherwise look away.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => newId() },
    },
    plugins: [
      twoFactor({ issuer: "Truepenny", ...tables.twoFactor }),
      passkey({ rpID: hostname, rpName: "Truepenny", origin, ...tables.passkey }),
      ...(oidc ? [genericOAuth({ config: [providerOf(oidc)] })] : []),
    ],
  });
}

function providerOf({ issuer, clientId, clientSecret }: Oidc) {
  return {
    providerId: "oidc",
    discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    clientId,
    clientSecret,
    scopes: ["openid", "email", "profile"],
    pkce: true,
  };
}

function thisInstant(): Instant {
  return new Instant(Date.now());
}
