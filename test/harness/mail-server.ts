import type { AddressInfo } from "node:net";
import { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerEnvelope } from "smtp-server";
import { Instant } from "#base/instant.ts";

/** A mail as it arrived: parsed, its bytes as text, who it was handed over for, and when. */
export type Arrived = Email & { raw: string; envelope: { from: string; to: string[] }; at: Instant };

/** How the server behaves until it is told otherwise. */
export type Manner =
  | { is: "well" }
  /** Answers this code to the recipient, or to the mail itself. */
  | { is: "refusing"; code: number; at?: "recipient" | "data" }
  /** Takes the call and never says a word. */
  | { is: "hanging" }
  /** Hangs up while the mail is read out: before it is kept, or after it is kept and before it is said. */
  | { is: "cutting"; kept?: boolean }
  | { is: "slow"; seconds: number };

/** `isSecure` speaks TLS from the first byte, under a certificate that nobody trusts; `password` is that of user "ana". */
type Options = { isSecure?: boolean; password?: string };

/** A real SMTP server on a port of its own, which keeps what it accepts and can be made to misbehave. */
export async function startMailServer({ isSecure = false, password }: Options = {}) {
  const inbox: Arrived[] = [];
  const calls = { count: 0 };
  let manner: Manner = { is: "well" };
  let port = 0;
  let server = make();

  function make(): SMTPServer {
    const made: SMTPServer = new SMTPServer({
      secure: isSecure,
      authOptional: password === undefined,
      onAuth: (given, _session, done) => {
        const isRight = given.username === "ana" && given.password === password;
        return isRight ? done(null, { user: "ana" }) : done(new Error("That is not the password"));
      },
      disabledCommands: ["STARTTLS"],
      closeTimeout: 1,
      onConnect: (_session, done) => {
        calls.count++;
        if (manner.is !== "hanging") done();
      },
      onRcptTo: (_address, _session, done) =>
        done(manner.is === "refusing" && manner.at !== "data" ? no(manner) : null),
      onData: (stream, session, done) => {
        take(stream, session.envelope).then((answer) => (answer === "hang up" ? hangUp(made) : done(answer)), done);
      },
    });
    made.on("error", () => undefined); // a cut line is what these tests are about
    return made;
  }

  /** Reads the mail out, keeps it if this is a server that does, and gives what to say to it. */
  async function take(stream: NodeJS.ReadableStream, { mailFrom, rcptTo }: SMTPServerEnvelope) {
    const raw = await textOf(stream);
    const held = manner; // it may be told otherwise while a slow one thinks
    if (held.is === "refusing") return no(held);
    if (held.is === "slow") await sleep(held.seconds * 1000);
    if (held.is !== "cutting" || held.kept) {
      const envelope = { from: mailFrom ? mailFrom.address : "", to: rcptTo.map((to) => to.address) };
      inbox.push({ ...(await PostalMime.parse(raw)), raw, envelope, at: new Instant(Date.now()) });
    }
    return held.is === "cutting" ? "hang up" : null;
  }

  async function start(): Promise<void> {
    server = make();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    port = (server.server.address() as AddressInfo).port;
  }

  async function stop(): Promise<void> {
    hangUp(server);
    await new Promise<void>((resolve) => server.close(resolve));
  }

  await start();
  after(stop);
  return {
    url: `${isSecure ? "smtps" : "smtp"}://127.0.0.1:${port}`,
    inbox,
    calls,
    /** Turns it on again at the same port, or off. */
    start,
    stop,
    behave: (next: Manner) => {
      manner = next;
    },
    /** The first mail that fits, as soon as it has arrived. */
    waitFor: async (fits: (mail: Arrived) => boolean, ms = 5_000): Promise<Arrived> => {
      for (let waited = 0; waited <= ms; waited += 20) {
        const found = inbox.find(fits);
        if (found) return found;
        await sleep(20);
      }
      throw new Error(
        `no such mail within ${ms} ms; there are: ${inbox.map((mail) => mail.subject).join(", ") || "none"}`,
      );
    },
  };
}

function no({ code }: { code: number }): Error {
  return Object.assign(new Error(code < 500 ? "Try again later" : "No such user here"), { responseCode: code });
}

function hangUp(server: SMTPServer): void {
  for (const line of server.connections as Set<{ _socket: { destroy(): void } }>) line._socket.destroy();
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
