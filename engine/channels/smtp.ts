import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { Instant } from "#base/instant.ts";
import { connectWithin, OutOfReach, type Reach } from "./reach.ts";

export type MailAddress = { name: string; address: string };

/** One mail as it leaves. The same `messageId` again is the same mail: the other side knows a repeat by it. */
export type Mail = {
  from: MailAddress;
  to: MailAddress;
  replyTo: MailAddress | null;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  date: Instant;
  isAutomatic: boolean;
  /** What goes with it; each is read while it is sent, so that none is ever whole in memory. */
  files?: readonly MailFile[];
};

type MailFile = { name: string; type: string; content: AsyncIterable<Uint8Array> };

/**
 * What came of handing a mail to the server: it took it; it may take it *later* (a 4xx, no line, no answer in time); or it
 * will *never* take this one (a 5xx, an address that is none). `problem` is a sentence for a person, without secrets.
 */
export type Outcome =
  | { is: "accepted"; response: string }
  | { is: "later"; problem: string }
  | { is: "never"; problem: string };

/** Where mail is handed over: `smtp://` or `smtps://user:password@host:port/?tls.rejectUnauthorized=false`. */
export type Transport = { url: string; reach: Reach; timeouts?: Timeouts };

/** Seconds: until the line stands, until the server greets, between two words of it, and for the whole mail. */
type Timeouts = { connectSeconds: number; greetSeconds: number; silenceSeconds: number; wholeSeconds: number };

// In all well below the two minutes for which the outbox leases a message.
const patience: Timeouts = { connectSeconds: 10, greetSeconds: 10, silenceSeconds: 20, wholeSeconds: 75 };

/**
 * Hands one mail to an SMTP server; never throws for what the server or the line does.
 * A line cut after the last dot of DATA leaves open whether the mail was taken: that counts as *later*, because a repeat
 * with the same Message-ID does less harm than a silence.
 */
export async function sendMail({ url, reach, timeouts = patience }: Transport, mail: Mail): Promise<Outcome> {
  const whole = new AbortController();
  try {
    return await Promise.race([
      handOver(url, reach, timeouts, mail),
      sleep(timeouts.wholeSeconds * 1000, noAnswer, { signal: whole.signal }),
    ]);
  } catch (problem) {
    return outcomeOf(problem as SmtpProblem);
  } finally {
    whole.abort();
  }
}

async function handOver(url: string, reach: Reach, timeouts: Timeouts, mail: Mail): Promise<Outcome> {
  const line = await lineTo({ url, reach, timeouts });
  const { response } = await line.sendMail(written(mail));
  return { is: "accepted", response };
}

/** A line to that server, not open yet. Its library is loaded when a mail leaves, not when the house starts. */
export async function lineTo({ url, reach, timeouts = patience }: Transport) {
  const { createTransport } = await import("nodemailer");
  return createTransport({
    ...(reach === "anywhere" ? { url } : guarded(url, reach, timeouts)),
    connectionTimeout: timeouts.connectSeconds * 1000,
    dnsTimeout: timeouts.connectSeconds * 1000,
    greetingTimeout: timeouts.greetSeconds * 1000,
    socketTimeout: timeouts.silenceSeconds * 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** A mail as nodemailer takes it. */
export function written(mail: Mail) {
  return {
    from: clean(mail.from),
    to: clean(mail.to),
    ...(mail.replyTo && { replyTo: clean(mail.replyTo) }),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    date: new Date(mail.date.epochMilliseconds),
    attachments: (mail.files ?? []).map(({ name, type, content }) => ({
      filename: oneLine(name) || "attachment",
      contentType: type,
      contentDisposition: "attachment" as const,
      content: Readable.from(content),
    })),
    headers: mail.isAutomatic ? { "Auto-Submitted": "auto-generated" } : {},
  };
}

/** Of somebody else's URL only what names the server counts, and the line to it is ours. */
function guarded(url: string, networks: Exclude<Reach, "anywhere">, { connectSeconds }: Timeouts) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const isSecure = protocol === "smtps:";
  const to = { host: hostname, port: Number(port) || (isSecure ? 465 : 587), patienceMs: connectSeconds * 1000 };
  return {
    host: hostname.replace(/^\[(.*)\]$/, "$1"),
    port: to.port,
    secure: isSecure,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...(searchParams.get("tls.rejectUnauthorized") === "false" && { tls: { rejectUnauthorized: false } }),
    getSocket: (_options: unknown, done: (problem: Error | null, socket: unknown) => void) => {
      connectWithin(to, networks).then(
        (connection) => done(null, { connection }),
        (problem) => done(problem, false),
      );
    },
  };
}

export type SmtpProblem = Error & {
  code?: string;
  originalCode?: string;
  response?: string;
  responseCode?: number;
  command?: string;
};

const noAnswer: Outcome = { is: "later", problem: "The mail server did not answer in time." };

/** Words of the server are quoted for the two commands where they concern this mail; elsewhere they could name secrets. */
function outcomeOf(problem: SmtpProblem): Outcome {
  if (problem instanceof OutOfReach) return later(outOfReach);
  const { code, originalCode, responseCode, response } = problem;
  if (code === "EAUTH") return later("The mail server refused our sign-in. Check its user and password.");
  const said = response ? `The mail server said: ${oneLine(response).slice(0, 300)}` : null;
  if (said && responseCode && (code === "EENVELOPE" || code === "EMESSAGE")) {
    return responseCode >= 500 ? { is: "never", problem: said } : later(said);
  }
  if (code === "EENVELOPE") return { is: "never", problem: "This address cannot be written to." };
  if (code === "ETIMEDOUT") return noAnswer;
  if (code === "ETLS" || isAboutTrust.test(originalCode ?? ""))
    return later("The mail server offers no safe connection that we can trust.");
  return later(said ?? "The mail server cannot be reached, or it cut the line.");
}

export const outOfReach =
  "This mail server may not be called: its address is private or its port is none for mail. Whoever runs the house can allow it (PRIVATE_NETWORKS).";

/** What Node says where a certificate is not to be trusted, or the other side speaks no TLS. */
export const isAboutTrust = /CERT|SIGNATURE|^ERR_(?:TLS|SSL)/;

function later(problem: string): Outcome {
  return { is: "later", problem };
}

/** A line break in a name would be a header of its own. */
function clean({ name, address }: MailAddress): MailAddress {
  return { name: oneLine(name), address: oneLine(address) };
}

export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
