import { createHmac, timingSafeEqual } from "node:crypto";
import { type Instant, isAfter, plusSeconds, secondsBetween } from "#base/instant.ts";
import type { Database } from "#engine/db/database.ts";
import { readCookie, writeCookie } from "#engine/http/cookies.ts";
import { derive } from "#engine/secret.ts";

/** A browser in which somebody signed in. */
export type Session = { id: string; userId: string; csrfToken: string };

export type OpenSession = { session: Session /** To be set again, so that it lasts. */; renewed: string[] };

// A month without a look at the house is long enough to be asked again.
export const sessionSeconds = 30 * 86_400;
// How exactly one sees when a session was last seen; each request more would be a write more.
const seenSeconds = 300;

type House = { publicUrl: string; secret: string };

/** better-auth signs its cookies with this key. */
export function authSecret({ secret }: House): string {
  return derive(secret, "sessions of staff");
}

export const cookiePrefix = "truepenny";

/** The header in which we tell better-auth who calls; whatever a caller wrote into it is thrown away before. */
export const addressHeader = "x-truepenny-address";

/** The name better-auth gives its cookie. */
function cookieName(house: House): string {
  return `${isSecure(house) ? "__Secure-" : ""}${cookiePrefix}.session_token`;
}

export function isSecure({ publicUrl }: House): boolean {
  return publicUrl.startsWith("https:");
}

/** Does this browser name a session at all? */
export function namesSession(cookies: string | undefined, house: House): boolean {
  return readCookie(cookies, cookieName(house)) !== undefined;
}

/**
 * The open session that a browser's cookie names, or null: unknown, ended and expired are one answer. The signature is
 * checked first, so that a guess costs no query; then it is one look-up by a unique key, and every five minutes a write.
 */
export async function findSession(
  auth: Database["auth"],
  house: House,
  cookies: string | undefined,
  now: Instant,
): Promise<OpenSession | null> {
  const cookie = readCookie(cookies, cookieName(house));
  const token = cookie === undefined ? null : tokenOf(cookie, authSecret(house));
  if (token === null || cookie === undefined) return null;
  const row = await auth
    .selectFrom("auth.sessions")
    .select(["id", "user_id", "expires_at", "updated_at"])
    .where("token", "=", token)
    .executeTakeFirst();
  if (!row || !isAfter(row.expires_at, now)) return null;
  const session = { id: row.id, userId: row.user_id, csrfToken: csrfTokenOf(row.id, house) };
  if (secondsBetween(row.updated_at, now) < seenSeconds) return { session, renewed: [] };
  // Whoever asked not to be remembered is not, however long they stay.
  const lasts = readCookie(cookies, cookieName(house).replace("session_token", "dont_remember")) === undefined;
  await auth
    .updateTable("auth.sessions")
    .set({ updated_at: now, ...(lasts && { expires_at: plusSeconds(now, sessionSeconds) }) })
    .where("id", "=", row.id)
    .execute();
  const options = { isSecure: isSecure(house), maxAgeSeconds: sessionSeconds };
  return { session, renewed: lasts ? [writeCookie(cookieName(house), cookie, options)] : [] };
}

/** Is it still open? What streams for hours asks again. */
export async function isOpen(auth: Database["auth"], { id }: Session, now: Instant): Promise<boolean> {
  const row = await auth.selectFrom("auth.sessions").select("expires_at").where("id", "=", id).executeTakeFirst();
  return row !== undefined && isAfter(row.expires_at, now);
}

/** A page of ours can know it, since it may read our answers; a page of others cannot. */
function csrfTokenOf(sessionId: string, { secret }: House): string {
  return derive(secret, `csrf token of ${sessionId}`);
}

function tokenOf(cookie: string, secret: string): string | null {
  const [, token, signature] = /^([^.]+)\.([^.]+)$/.exec(decoded(cookie)) ?? [];
  if (!token || !signature) return null;
  const given = Buffer.from(signature, "base64");
  const right = createHmac("sha256", secret).update(token).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
