import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import { conflict } from "#base/refusal.ts";
import { newSalt } from "#base/token.ts";

const nonceLength = 12;
const tagLength = 16;

/**
 * A text that only this house can read again, and only for this workspace: AES-256-GCM under a key derived from the
 * house's secret. The bytes are nonce, tag and cipher text; a changed byte, another workspace or another key is noticed.
 */
export function seal(text: string, secret: string, workspaceId: string): Buffer {
  const nonce = newSalt().subarray(0, nonceLength);
  const cipher = createCipheriv("aes-256-gcm", keyFrom(secret), nonce).setAAD(Buffer.from(workspaceId));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** The text again. Refuses `sealed_with_another_key`. */
export function unseal(sealed: Buffer, secret: string, workspaceId: string): string {
  const nonce = sealed.subarray(0, nonceLength);
  const tag = sealed.subarray(nonceLength, nonceLength + tagLength);
  try {
    const cipher = createDecipheriv("aes-256-gcm", keyFrom(secret), nonce, { authTagLength: tagLength });
    cipher.setAAD(Buffer.from(workspaceId)).setAuthTag(tag);
    return Buffer.concat([cipher.update(sealed.subarray(nonceLength + tagLength)), cipher.final()]).toString("utf8");
  } catch {
    const sentence =
      "This was sealed with another secret key: restore that key from the backup, or enter the value anew.";
    throw conflict("sealed_with_another_key", sentence);
  }
}

/** A secret part of an address as the outbox keeps it: nobody who reads there comes in by it. */
export function sealedPart(part: string, secret: string, workspaceId: string): string {
  return `~${seal(part, secret, workspaceId).toString("base64url")}`;
}

/** The address as the mail has it, its sealed part opened. */
export function openPath(path: string, secret: string, workspaceId: string): string {
  return path.replace(/~([\w-]+)/, (_, sealed: string) =>
    unseal(Buffer.from(sealed, "base64url"), secret, workspaceId),
  );
}

function keyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "truepenny sealed settings", 32));
}
