import { createHmac, timingSafeEqual } from "node:crypto";
import { type Instant, isBefore, plusSeconds, secondsBetween } from "#base/instant.ts";

/** A contact's own way in: one link, no password, revocable, expiring, renewed by mail. */
export type Link = {
  id: string;
  contactId: string;
  madeAt: Instant;
  expiresAt: Instant;
  revokedAt: Instant | null;
};

/** A link that has less than this left is not sent any more: the mail with it may be read weeks later. */
const mustLastSeconds = 14 * 86_400;

/**
 * The last part of a link's address: workspace, link and proof in 64 characters. The workspace comes first, so that the
 * tenant is known before the first query; the proof is derived, so that nothing in the database opens anything.
 */
export function writeLinkToken(workspaceId: string, linkId: string, secret: string): string {
  return Buffer.concat([bytes(workspaceId), bytes(linkId), proof(workspaceId, linkId, secret)]).toString("base64url");
}

/** Which link a token opens, or null when this house did not write it. Compares in constant time. */
export function readLinkToken(token: string, secret: string): { workspaceId: string; linkId: string } | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return null;
  const all = Buffer.from(token, "base64url");
  const [workspaceId, linkId] = [dashed(all.subarray(0, 16)), dashed(all.subarray(16, 32))];
  return timingSafeEqual(all.subarray(32), proof(workspaceId, linkId, secret)) ? { workspaceId, linkId } : null;
}

export function linkUrl(publicUrl: string, token: string): string {
  return `${publicUrl.replace(/\/$/, "")}/c/${token}`;
}

/** Does it open the page at this time? An expired one offers to send a new one; a revoked one opens nothing. */
export function linkState(link: Pick<Link, "expiresAt" | "revokedAt">, now: Instant): "open" | "expired" | "revoked" {
  if (link.revokedAt) return "revoked";
  return isBefore(now, link.expiresAt) ? "open" : "expired";
}

/** Will it still open when the mail with it is read? Of a short life the first half is good enough. */
export function isWorthSending(link: Pick<Link, "madeAt" | "expiresAt" | "revokedAt">, now: Instant): boolean {
  const life = secondsBetween(link.madeAt, link.expiresAt);
  return linkState(link, plusSeconds(now, Math.min(mustLastSeconds, life / 2))) === "open";
}

export function expiryAfter(now: Instant, days: number): Instant {
  return plusSeconds(now, days * 86_400);
}

/** 128 bits: as much as a link's address can bear, and no more can be guessed. */
function proof(workspaceId: string, linkId: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(`contact link|${workspaceId}|${linkId}`).digest().subarray(0, 16);
}

function bytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function dashed(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
