import type { Instant } from "#base/instant.ts";
import { invalid } from "#base/refusal.ts";

/**
 * Where customers write to us: a folder of a mail server that we look into, or a relay that brings what it receives. Its
 * address stands in our mail as the one to answer to.
 */
export type Mailbox = {
  id: string;
  kind: "imap" | "relay";
  address: string;
  /** Does mail to `help+anything@` arrive here too? Then each of our mails has its own address to answer to. */
  takesPlus: boolean;
  teamId: string | null;
  host: string | null;
  port: number | null;
  encryption: Encryption | null;
  userName: string | null;
  signIn: SignIn | null;
  folder: string | null;
  /** What opens it, as JSON under the house's key: see `Opening`. */
  secretSealed: Buffer;
  uidValidity: number | null;
  lastUid: number | null;
  lookedAt: Instant | null;
  /** What keeps us from looking into it, in a sentence; null when all is well. */
  problem: string | null;
  problemAt: Instant | null;
  failures: number;
  nextLookAt: Instant | null;
  /** Who looks into it now: changed settings end that look, and whoever lost it learns so at the next mail. */
  watchId: string | null;
  madeAt: Instant;
  removedAt: Instant | null;
  version: number;
};

export const encryptions = ["tls", "starttls", "none"] as const;
export type Encryption = (typeof encryptions)[number];
export const signIns = ["password", "google", "microsoft"] as const;
export type SignIn = (typeof signIns)[number];

/** The secret of a mailbox: its password, what renews a sign-in (OAuth 2), or what a relay signs with. */
export type Opening =
  | { is: "password"; password: string }
  | { is: "refresh"; clientId: string; clientSecret: string; refreshToken: string }
  | { is: "signature"; key: string };

/** Settings of a folder on a server as they may be said. Refuses `bad_host`, `secret_missing`. */
export function checkOpening(signIn: SignIn, said: Said): Opening {
  const { password, clientId, clientSecret, refreshToken } = said;
  if (signIn === "password") {
    if (password) return { is: "password", password };
    throw invalid("secret_missing", "Give the password of this mailbox.", "password");
  }
  if (clientId && clientSecret && refreshToken) return { is: "refresh", clientId, clientSecret, refreshToken };
  const sentence = "To sign in by OAuth 2, give client_id, client_secret and refresh_token.";
  throw invalid(
    "secret_missing",
    sentence,
    clientId ? (clientSecret ? "refresh_token" : "client_secret") : "client_id",
  );
}

export type Said = {
  password?: string | undefined;
  clientId?: string | undefined;
  clientSecret?: string | undefined;
  refreshToken?: string | undefined;
};

/** A name or an address, nothing that a URL could hide something in. Refuses `bad_host`. */
export function checkHost(host: string): string {
  if (/^[a-z0-9.:[\]-]{1,253}$/i.test(host) && URL.canParse(`imap://${host.includes(":") ? bracketed(host) : host}`)) {
    return host.toLowerCase();
  }
  throw invalid("bad_host", "Write the name of the mail server alone, like imap.example.com.", "host");
}

function bracketed(host: string): string {
  return host.startsWith("[") ? host : `[${host}]`;
}

/** Where answers to our mail go: the first that can tell them apart by their address, else the first. */
export function mailboxForAnswers<T extends Pick<Mailbox, "takesPlus">>(mailboxes: readonly T[]): T | null {
  return mailboxes.find(({ takesPlus }) => takesPlus) ?? mailboxes[0] ?? null;
}

/** So long a look counts as going on unless it is renewed. */
export const leaseSeconds = 120;

const delaysSeconds = [5, 15, 60, 300, 900];

/** How long to wait after so many failures in a row (from 1): at most a quarter of an hour. */
export function delayAfter(failures: number): number {
  return delaysSeconds[Math.min(failures, delaysSeconds.length) - 1] ?? 5;
}
