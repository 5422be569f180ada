import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A bearer's token names its workspace first, so that the tenant is known before the first query. */
export type Token = { workspaceId: string; id: string; secret: string };

const form = /^tp_([0-9a-f]{32})_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/;

export function writeToken({ workspaceId, id, secret }: Token): string {
  return `tp_${workspaceId.replaceAll("-", "")}_${id.replaceAll("-", "")}_${secret}`;
}

/** The token's parts, or null when the text has not the form `tp_<workspace>_<id>_<secret>`. */
export function readToken(text: string): Token | null {
  const [, workspaceId, id, secret] = form.exec(text) ?? [];
  return workspaceId && id && secret ? { workspaceId: dashed(workspaceId), id: dashed(id), secret } : null;
}

/** 256 bits of chance: long enough that a fast hash of it is as good as a slow one. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Chance beside a text that is kept under its digest, so that a short text cannot be guessed from it. */
export function newSalt(): Buffer {
  return randomBytes(16);
}

export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** Compares in constant time; the hash makes both sides equally long. */
export function isSecret(secret: string, hash: Buffer): boolean {
  return timingSafeEqual(hashSecret(secret), hash);
}

function dashed(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
