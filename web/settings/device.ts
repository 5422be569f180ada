/** What a browser gives when it may be pushed, as the house takes it. */
export type Allowed = { name: string; endpoint: string; p256dh: string; auth: string };

/** Why this device cannot be pushed, where it cannot: an open address, a browser that has no push, a member's own no. */
export type Hindrance = "insecure" | "unsupported" | "ios" | "blocked";

export type Surroundings = { isSecure: boolean; hasPush: boolean; permission: string; userAgent: string };

export function hindranceOf({ isSecure, hasPush, permission, userAgent }: Surroundings): Hindrance | null {
  if (!isSecure) return "insecure";
  if (!hasPush) return /iPhone|iPad/.test(userAgent) ? "ios" : "unsupported";
  return permission === "denied" ? "blocked" : null;
}

const browsers = [
  ["Edge", /\bEdg/],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /SamsungBrowser/],
  ["Firefox", /Firefox|FxiOS/],
  ["Chrome", /Chrom|CriOS/],
  ["Safari", /Safari/],
] as const;

const systems = [
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["Windows", /Windows/],
  ["Mac", /Mac OS/],
  ["Linux", /Linux|CrOS/],
] as const;

/** By which its owner knows it again: "Firefox · Android". Proper names, the same in every language. */
export function deviceNameOf(userAgent: string): string {
  const named = [browsers, systems].flatMap((all) => all.find(([, sign]) => sign.test(userAgent))?.[0] ?? []);
  return named.join(" · ") || "Browser";
}
