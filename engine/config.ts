import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { invalid } from "#base/refusal.ts";

/** Everything that can be set about a house from outside, read once when it starts. */
export type Config = {
  port: number;
  host: string;
  dataFolder: string;
  /** A PostgreSQL of one's own; without it the embedded one runs in the data folder. */
  databaseUrl: string | undefined;
  /** Where links lead; without it to this machine. */
  publicUrl: string | undefined;
  smtpUrl: string | undefined;
  /** Another house by whose word members sign in. */
  oidc: { issuer: string; clientId: string; clientSecret: string } | null;
  trustedProxies: string[];
  /** Networks of the operator's own in which workspaces may have mail servers. */
  privateNetworks: string[];
  secret: string | undefined;
  metricsToken: string | undefined;
  /** So long a stopping house says on /readyz that it leaves, before its doors close. */
  drainSeconds: number;
  logLevel: string;
};

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

/**
 * Reads the environment. Refuses what cannot be meant: `bad_port`, `bad_public_url`, `bad_network`, `bad_oidc`,
 * `bad_drain_seconds`, `bad_log_level`.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  // `PORT=` in an env file means the same as no PORT.
  const read = (name: string) => environment[name]?.trim() || undefined;
  return {
    port: readPort(read("PORT") ?? "3000"),
    // Only this machine, since a key sent in the clear over a network is no secret: a proxy with TLS stands before it.
    host: read("HOST") ?? "127.0.0.1",
    // The clone's own folder, wherever the command is called from.
    dataFolder: resolve(read("TRUEPENNY_DATA") ?? join(import.meta.dirname, "../data")),
    databaseUrl: read("DATABASE_URL"),
    publicUrl: readPublicUrl(read("PUBLIC_URL")),
    smtpUrl: read("SMTP_URL"),
    oidc: readOidc(read("OIDC_ISSUER"), read("OIDC_CLIENT_ID"), read("OIDC_CLIENT_SECRET")),
    trustedProxies: read("TRUSTED_PROXIES")?.split(/[\s,]+/) ?? [],
    privateNetworks: readNetworks(read("PRIVATE_NETWORKS")),
    secret: read("TRUEPENNY_SECRET"),
    metricsToken: read("METRICS_TOKEN"),
    drainSeconds: readDrainSeconds(read("DRAIN_SECONDS") ?? "0"),
    logLevel: readLogLevel(read("LOG_LEVEL") ?? "info"),
  };
}

function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw invalid("bad_port", `PORT is ${text}: it must be a number from 0 to 65535 (0 takes any that is free).`);
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined || /^https?:\/\/[^\s?#]+$/.test(text)) return text?.replace(/\/+$/, "");
  throw invalid(
    "bad_public_url",
    `PUBLIC_URL is ${text}: write it as people reach it, like https://promises.example.com.`,
  );
}

function readNetworks(text: string | undefined): string[] {
  const networks = text?.split(/[\s,]+/) ?? [];
  const wrong = networks.find((network) => !isNetwork(network));
  if (wrong === undefined) return networks;
  throw invalid("bad_network", `PRIVATE_NETWORKS names ${wrong}: write addresses or networks, like 10.1.0.0/16.`);
}

function isNetwork(text: string): boolean {
  const [address = "", length = "0", ...more] = text.split("/");
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return more.length === 0 && /^\d{1,3}$/.test(length) && Number(length) <= longest;
}

function readDrainSeconds(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  throw invalid("bad_drain_seconds", `DRAIN_SECONDS is ${text}: it must be a number of seconds from 0 to 99.`);
}

function readOidc(issuer?: string, clientId?: string, clientSecret?: string): Config["oidc"] {
  if (!issuer && !clientId && !clientSecret) return null;
  if (issuer && /^https?:\/\/[^\s?#]+$/.test(issuer) && clientId && clientSecret) {
    return { issuer: issuer.replace(/\/+$/, ""), clientId, clientSecret };
  }
  const sentence =
    "To sign in by another house's word set all of OIDC_ISSUER (like https://id.example.com), OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.";
  throw invalid("bad_oidc", sentence);
}

function readLogLevel(text: string): string {
  if (logLevels.includes(text)) return text;
  throw invalid("bad_log_level", `LOG_LEVEL is ${text}: it must be one of ${logLevels.join(", ")}.`);
}
