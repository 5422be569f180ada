import { useMutation } from "@tanstack/react-query";
import { send } from "#web/desk/call.ts";
import { noConnection, Problem } from "#web/desk/problem.ts";
import { loadMe } from "#web/users/signing-in.ts";

/** A passkey of whoever is signed in. */
export type Passkey = { id: string; name: string | null; createdAt: string };

/** The key for an authenticator app, and the codes for the day it is lost. Both are shown once. */
export type SecondFactor = { totpURI: string; backupCodes: string[] };

export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await send("POST", "/api/auth/change-password", {
    body: { currentPassword, newPassword, revokeOtherSessions: true },
  });
  await loadMe();
}

export async function prepareSecondFactor(password: string): Promise<SecondFactor> {
  return (await send("POST", "/api/auth/two-factor/enable", { body: { password } })) as SecondFactor;
}

/** The second factor counts from the first right code on. It begins another session, with another token. */
export async function beginSecondFactor(code: string): Promise<void> {
  await send("POST", "/api/auth/two-factor/verify-totp", { body: { code: code.replace(/\s/g, "") } });
  await loadMe();
}

export async function endSecondFactor(password: string): Promise<void> {
  await send("POST", "/api/auth/two-factor/disable", { body: { password } });
  await loadMe();
}

export async function newBackupCodes(password: string): Promise<string[]> {
  const made = await send("POST", "/api/auth/two-factor/generate-backup-codes", { body: { password } });
  return (made as { backupCodes: string[] }).backupCodes;
}

export async function listPasskeys(): Promise<Passkey[]> {
  return (await send("GET", "/api/auth/passkey/list-user-passkeys")) as Passkey[];
}

/** The browser asks for a finger, a face or a key; closing its dialog is a `passkey_declined`. */
export async function addPasskey(name: string): Promise<void> {
  const options = await send("GET", "/api/auth/passkey/generate-register-options");
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
  const credential = await navigator.credentials.create({ publicKey }).catch(declined);
  await send("POST", "/api/auth/passkey/verify-registration", {
    body: { response: (credential as PublicKeyCredential).toJSON(), name },
  });
}

export async function renamePasskey(id: string, name: string): Promise<void> {
  await send("POST", "/api/auth/passkey/update-passkey", { body: { id, name } });
}

export async function removePasskey(id: string): Promise<void> {
  await send("POST", "/api/auth/passkey/delete-passkey", { body: { id } });
}

/** One of these as it is pressed: pending, done, or the problem in words. */
export function useIdentity<Given, Answer>(act: (given: Given) => Promise<Answer>, onDone: (answer: Answer) => void) {
  return useMutation<Answer, Problem, Given>({ mutationFn: act, onSuccess: onDone });
}

function declined(reason: unknown): never {
  const name = reason instanceof DOMException ? reason.name : "";
  if (name === "InvalidStateError") {
    throw new Problem(400, { code: "previously_registered", detail: "This passkey is known here already." });
  }
  if (name === "NotAllowedError") {
    throw new Problem(400, { code: "passkey_declined", detail: "No passkey was chosen." });
  }
  throw noConnection();
}
