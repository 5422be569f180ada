import { isIPv6 } from "node:net";
import type { Instant } from "#base/instant.ts";

/** At most so many in a window of so many seconds. */
export type Limit = { most: number; perSeconds: number };

export type Limits = { failedTries: Limit; callsPerKey: Limit; streamsPerKey: number };

/** Generous: they stop what runs wild, not what works hard. Counted per process. */
export const usualLimits: Limits = {
  failedTries: { most: 30, perSeconds: 60 },
  callsPerKey: { most: 20_000, perSeconds: 10 },
  streamsPerKey: 10,
};

// An attacker with a million addresses must not fill our memory with them.
const mostCounted = 100_000;

/** Counts by name in windows of fixed length. `secondsOver` says how long to wait, 0 when there is no need to. */
export function counter({ most, perSeconds }: Limit) {
  let window = 0;
  let before = new Map<string, number>();
  let counts = new Map<string, number>();

  const turnTo = (now: Instant) => {
    const current = Math.floor(now.epochMilliseconds / 1000 / perSeconds);
    if (current === window && counts.size < mostCounted) return;
    before = current - window <= 1 ? counts : new Map();
    counts = new Map();
    window = current;
  };

  return {
    add(name: string, now: Instant): void {
      turnTo(now);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    secondsOver(name: string, now: Instant): number {
      turnTo(now);
      if ((counts.get(name) ?? 0) < most) return 0;
      return Math.max(1, (window + 1) * perSeconds - now.epochMilliseconds / 1000);
    },
    /** Was it counted in this window or the one before? */
    knows(name: string, now: Instant): boolean {
      turnTo(now);
      return counts.has(name) || before.has(name);
    },
  };
}

/** One household has a whole /64 of IPv6 addresses: it counts as one. */
export function householdOf(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address;
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const zeros: string[] = Array(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
