import { type Instant, isAfter, plusSeconds } from "#base/instant.ts";
import type { Token } from "#base/token.ts";

/** A feed is a member's promises in the calendar of their phone: a secret address that can be taken back. */
export type Feed = {
  id: string;
  memberId: string;
  madeAt: Instant;
  /** When a phone last read it, to the hour. */
  readAt: Instant | null;
  revokedAt: Instant | null;
};

const form = /^([0-9a-f]{32})([0-9a-f]{32})([A-Za-z0-9_-]{43})$/;

/** The last part of a feed's address; the workspace comes first, so that the tenant is known before the first query. */
export function writeFeedToken({ workspaceId, id, secret }: Token): string {
  return `${workspaceId.replaceAll("-", "")}${id.replaceAll("-", "")}${secret}`;
}

export function readFeedToken(text: string): Token | null {
  const [, workspaceId, id, secret] = form.exec(text) ?? [];
  return workspaceId && id && secret ? { workspaceId: dashed(workspaceId), id: dashed(id), secret } : null;
}

/** Phones ask every few minutes; that one of them did is worth writing down once an hour. */
export function isWorthNoting(feed: Feed, now: Instant): boolean {
  return !feed.readAt || isAfter(now, plusSeconds(feed.readAt, 3600));
}

function dashed(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
