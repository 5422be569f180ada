import { createHmac, timingSafeEqual } from "node:crypto";
import { Instant, isBefore, plusSeconds } from "#base/instant.ts";

/** A showing is a customer's page as staff look at it: exactly what the contact sees, for some minutes, and mute. */
export type Showing = { workspaceId: string; contactId: string; until: Instant };

const lastsSeconds = 600;

export function showingFrom(workspaceId: string, contactId: string, now: Instant): Showing {
  const seconds = Math.floor(plusSeconds(now, lastsSeconds).epochMilliseconds / 1000);
  return { workspaceId, contactId, until: new Instant(seconds * 1000) };
}

/** Workspace, contact, until when and proof in 70 characters; nothing of it is kept, so there is nothing to steal. */
export function writeShowing(showing: Showing, secret: string): string {
  return Buffer.concat([plainOf(showing), proof(plainOf(showing), secret)]).toString("base64url");
}

/** The showing that a token opens now; null when this house did not write it or its time is over. */
export function readShowing(token: string, secret: string, now: Instant): Showing | null {
  if (!/^[A-Za-z0-9_-]{70}$/.test(token)) return null;
  const all = Buffer.from(token, "base64url");
  const plain = all.subarray(0, 36);
  if (!timingSafeEqual(all.subarray(36), proof(plain, secret))) return null;
  const until = new Instant(plain.readUInt32BE(32) * 1000);
  const showing = { workspaceId: dashed(plain.subarray(0, 16)), contactId: dashed(plain.subarray(16, 32)), until };
  return isBefore(now, until) ? showing : null;
}

function plainOf({ workspaceId, contactId, until }: Showing): Buffer {
  const time = Buffer.alloc(4);
  time.writeUInt32BE(until.epochMilliseconds / 1000);
  return Buffer.concat([bytes(workspaceId), bytes(contactId), time]);
}

function proof(plain: Buffer, secret: string): Buffer {
  return createHmac("sha256", secret).update("showing|").update(plain).digest().subarray(0, 16);
}

function bytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function dashed(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
