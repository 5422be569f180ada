import type { Instant } from "#base/instant.ts";
import { invalid } from "#base/refusal.ts";

/** A push device is a browser in which a member allowed us to ring: where it is pushed, and the keys by which it reads. */
export type PushDevice = {
  id: string;
  memberId: string;
  /** As the member will know it again: "Firefox on Linux". */
  name: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  madeAt: Instant;
  /** When its push service last took a push. */
  pushedAt: Instant | null;
};

/** One person has a few; more are a program's mistake. */
export const mostDevices = 20;

/** A safe address of a push service; an open line (`http:`) only where the operator listed networks of their own. */
export function demandEndpoint(endpoint: string, networks: readonly string[]): void {
  const url = URL.parse(endpoint);
  const isFit = url?.protocol === "https:" || (url?.protocol === "http:" && networks.length > 0);
  if (url && isFit && url.username === "" && url.password === "") return;
  const sentence = "This is no address that can be pushed. It begins with https:// and holds no name and password.";
  throw invalid("endpoint_unfit", sentence, "endpoint");
}
