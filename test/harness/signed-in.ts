import assert from "node:assert/strict";
import { hashPassword } from "#app/members/password.ts";
import { linkUser } from "#app/members/store-users.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import { makeUser } from "#engine/identity/users.ts";
import { thisInstant } from "./server.ts";

export const password = "correct horse battery";

/** What a browser sends once somebody has signed in: its cookies, and the token that proves its page to be ours. */
export type SignedIn = { cookie: string; csrfToken: string; headers: Record<string, string> };

/** Signs a user in through the door, as their browser would, and reads the page's token from /me. */
export async function signIn(url: string, email: string, origin = "http://localhost:3000"): Promise<SignedIn> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ email, password }),
  });
  assert.equal(answer.status, 200, await answer.clone().text());
  const cookie = cookieOf(answer);
  const me = await fetch(`${url}/api/v1/me`, { headers: { cookie } });
  const { csrf_token: csrfToken } = (await me.json()) as { csrf_token: string };
  assert.equal(me.status, 200);
  return { cookie, csrfToken, headers: { cookie, "x-csrf-token": csrfToken } };
}

/** Gives a member a way in by the password above. Whoever has the address shown to be theirs is the same user anywhere. */
export async function giveWayIn(
  db: Database,
  workspaceId: string,
  member: { id: string; name: string; email: string },
): Promise<string> {
  const wanted = {
    name: member.name,
    email: member.email,
    isVerified: true,
    passwordHash: await hashPassword(password),
  };
  const user = await makeUser(db.auth, wanted, thisInstant());
  assert.ok(user, "nobody has that address yet");
  assert.ok(await inWorkspace(db, workspaceId, (tx) => linkUser(tx, workspaceId, member.id, user.id)));
  return user.id;
}

/** The cookies that an answer sets, as a browser sends them back. */
function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
