import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Instant } from "#base/instant.ts";
import { invalid, Refusal } from "#base/refusal.ts";
import type { House } from "#engine/http/call.ts";
import { DoorProblem } from "#engine/http/door-problem.ts";
import { refuseOtherSites } from "#engine/http/same-site.ts";
import type { Identity } from "./identity.ts";
import { saidOf } from "./sentences.ts";
import { addressHeader } from "./sessions.ts";
import { demandTry, forgetTries, type TryLimit, tooManyTries } from "./tries.ts";

/** All of better-auth that is open here. What is not in the list is not there, whatever a plugin brings along. */
const open = [
  "POST /sign-in/email",
  "POST /sign-in/social",
  "GET /callback/oidc",
  "POST /sign-out",
  "POST /request-password-reset",
  "POST /reset-password",
  "POST /change-password",
  "POST /two-factor/enable",
  "POST /two-factor/verify-totp",
  "POST /two-factor/verify-backup-code",
  "POST /two-factor/generate-backup-codes",
  "POST /two-factor/disable",
  "GET /passkey/generate-register-options",
  "POST /passkey/verify-registration",
  "GET /passkey/generate-authenticate-options",
  "POST /passkey/verify-authentication",
  "GET /passkey/list-user-passkeys",
  "POST /passkey/update-passkey",
  "POST /passkey/delete-passkey",
].map((line) => line.split(" ") as ["GET" | "POST", string]);

const largestBody = 32 * 1024;

/** Signing in and out, and what a member sets about it: better-auth under `/api/auth`, in the house's manners. */
export function mountIdentity(app: FastifyInstance, { identity, house, now }: IdentityDoors): void {
  app.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      const read = { parseAs: "string", bodyLimit: largestBody } as const;
      scope.addContentTypeParser("application/json", read, async (_request: FastifyRequest, body: string) => body);
      for (const [method, url] of open) {
        scope.route({
          method,
          url,
          exposeHeadRoute: false,
          handler: async (request, reply) => {
            // The way back from another house comes from there, and proves itself by its state.
            if (!url.startsWith("/callback/")) refuseOtherSites(request, house);
            const account = accountIn(url, request.body);
            if (account) await demandTry(identity.auth, account.name, account.limit, now());
            const answer = await identity.answer(requestOf(request, house));
            if (account?.isFree && answer.ok) await forgetTries(identity.auth, account.name);
            return send(reply, answer);
          },
        });
      }
    },
    { prefix: "/api/auth" },
  );
}

type IdentityDoors = { identity: Identity; house: House; now: () => Instant };

/**
 * One account is tried so often only, from however many addresses, whether there is such an account or not. Who knows the
 * password is free of the tries of those who do not.
 */
function accountIn(path: string, body: unknown): { name: string; limit: TryLimit; isFree: boolean } | null {
  const { email } = parsed(String(body ?? "")) as { email?: unknown };
  const limit = accountLimits[path];
  if (!limit || typeof email !== "string") return null;
  return { name: `account ${path} ${email.trim().toLowerCase()}`, limit, isFree: path === "/sign-in/email" };
}

const accountLimits: Record<string, TryLimit> = {
  "/sign-in/email": { most: 20, perSeconds: 900 },
  "/request-password-reset": { most: 5, perSeconds: 3600 },
};

type Asked = Pick<FastifyRequest, "method" | "url" | "headers" | "ip" | "body">;

/**
 * Signs in on behalf of who has just set their password. Gives the cookies to send on, and whether a second factor is
 * asked for before the session begins.
 */
export async function signIn(
  { identity, house }: Pick<IdentityDoors, "identity" | "house">,
  { headers, ip }: Pick<FastifyRequest, "headers" | "ip">,
  { email, password }: { email: string; password: string },
): Promise<{ cookies: string[]; secondFactor: boolean }> {
  const body = JSON.stringify({ email, password });
  const answer = await identity.answer(
    requestOf({ method: "POST", url: "/api/auth/sign-in/email", headers, ip, body }, house),
  );
  const text = await answer.text();
  if (!answer.ok) throw problemOf(answer, text);
  return { cookies: answer.headers.getSetCookie(), secondFactor: "twoFactorRedirect" in (parsed(text) as object) };
}

/** The request as better-auth reads it: from the address that our proxies vouch for, to the house's own address. */
function requestOf({ method, url, headers, ip, body }: Asked, { publicUrl }: House): Request {
  const told = new Headers({ [addressHeader]: ip, origin: new URL(publicUrl).origin });
  for (const name of ["cookie", "user-agent", "accept-language"]) {
    const value = headers[name];
    if (typeof value === "string") told.set(name, value);
  }
  if (method === "GET") return new Request(publicUrl + url, { headers: told });
  told.set("content-type", "application/json");
  const text = typeof body === "string" && body !== "" ? body : "{}";
  return new Request(publicUrl + url, { method, headers: told, body: readable(text) });
}

/** Sends better-auth's answer on: its cookies and data, without the session's token; its refusals as problems. */
async function send(reply: FastifyReply, answer: Response): Promise<FastifyReply> {
  for (const cookie of answer.headers.getSetCookie()) reply.header("set-cookie", cookie);
  const location = answer.headers.get("location");
  const text = await answer.text();
  if (answer.status >= 300 && answer.status < 400 && location) return reply.redirect(location);
  if (answer.status >= 400) throw problemOf(answer, text);
  return reply.header("content-type", "application/json; charset=utf-8").send(withoutToken(text));
}

function problemOf(answer: Response, text: string): Error {
  const theirs = parsed(text) as { code?: unknown };
  if (answer.status >= 500) return new Error(`better-auth failed: ${text.slice(0, 200)}`);
  const wait = Number(answer.headers.get("x-retry-after"));
  if (answer.status === 429 && wait > 0) return tooManyTries(wait);
  const { code, sentence, field } = saidOf(answer.status, theirs);
  if (answer.status === 429) return new Refusal("too_many", code, sentence, { data: { retry_after_seconds: 900 } });
  if (field && answer.status === 400) return invalid(code, sentence, field);
  return new DoorProblem(answer.status, code, sentence);
}

/** A script on the page has no business with what the cookie holds. */
function withoutToken(text: string): string {
  return JSON.stringify(JSON.parse(text || "null"), (name, value) => (name === "token" ? undefined : value));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/** PostgreSQL keeps no null character, so nothing that is kept here has one. */
function readable(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !/\\u0000/.test(JSON.stringify(body))) return text;
  } catch {
    // The sentence below says it better.
  }
  throw new DoorProblem(400, "bad_json", "The body is not JSON as it is read here: an object without null characters.");
}
