import { api, send } from "#web/desk/call.ts";
import { Problem } from "#web/desk/problem.ts";
import { begin, lastHere, leave, session } from "#web/desk/session.ts";

/** Who is here: somebody signed in, nobody, or nobody yet in the whole house. */
export async function loadMe(): Promise<"here" | "nobody" | "first-run"> {
  try {
    begin(await api.get("/me"));
    return "here";
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    const last = lastHere();
    // Without the house the desk still opens, for what was read before and for what waits to be sent.
    if (problem.status === 0 && last) {
      session.set(last);
      return "here";
    }
    const first = (await send("GET", "/api/first-run").catch(() => ({}))) as { needed?: boolean };
    return first.needed ? "first-run" : "nobody";
  }
}

/** Signs in with a password; "second factor" when the account asks for a code as well. */
export async function signIn(email: string, password: string): Promise<"here" | "second factor"> {
  const answer = await send("POST", "/api/auth/sign-in/email", { body: { email, password } });
  if ((answer as { twoFactorRedirect?: boolean }).twoFactorRedirect) return "second factor";
  return arrive();
}

/** The code of an authenticator app, or one of the codes that were written down for the day it is lost. */
export async function giveCode(code: string, isBackup: boolean, trustDevice: boolean): Promise<"here"> {
  const way = isBackup ? "verify-backup-code" : "verify-totp";
  await send("POST", `/api/auth/two-factor/${way}`, { body: { code: code.replace(/\s/g, ""), trustDevice } });
  return arrive();
}

/** Signs in with a passkey of this device or of one beside it. */
export async function signInByPasskey(): Promise<"here"> {
  const options = await send("GET", "/api/auth/passkey/generate-authenticate-options");
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  const credential = await navigator.credentials.get({ publicKey });
  await send("POST", "/api/auth/passkey/verify-authentication", {
    body: { response: (credential as PublicKeyCredential).toJSON() },
  });
  return arrive();
}

/** A mail with a way to a new password goes out, if there is such an account; we never say whether there is. */
export async function askForNewPassword(email: string): Promise<void> {
  await send("POST", "/api/auth/request-password-reset", { body: { email } });
}

export async function setNewPassword(token: string, newPassword: string): Promise<void> {
  await send("POST", "/api/auth/reset-password", { body: { token, newPassword } });
}

export async function signOut(): Promise<void> {
  await send("POST", "/api/auth/sign-out", { body: {} });
  leave();
}

/** Do passkeys work in this browser? */
export function hasPasskeys(): boolean {
  return typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential;
}

async function arrive(): Promise<"here"> {
  begin(await api.get("/me"));
  return "here";
}
