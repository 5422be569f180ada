import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { ImapFlow } from "imapflow";
import PostalMime, { type Email } from "postal-mime";
import { installPost, startDovecot, startPostfix } from "./debians-post.ts";
import { until } from "./embedded-owner.ts";

type Letter = { from: string; to: string; subject: string; words: string; headers?: Record<string, string> };

/**
 * A post office as a business rents it: Debian's Postfix takes mail in and carries it out, Debian's Dovecot shows each
 * mailbox by IMAP, and swaks is the stranger who writes in. Everything stands in a folder of its own; the password of each
 * mailbox is "right"; for `tokenInfo` see startDovecot.
 */
export async function openPostOffice(addresses: readonly string[], tokenInfo?: string) {
  installPost();
  const folder = mkdtempSync(join(tmpdir(), "truepenny-post-"));
  const [smtpPort, imapPort] = [await freePort(), await freePort()];
  const stops = [startPostfix(folder, smtpPort, addresses), startDovecot(folder, imapPort, tokenInfo)];
  after(() => {
    for (const stop of stops) stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await until("Postfix answers", () => swaks(smtpPort, ["--quit-after", "EHLO"]) === 0);

  /** All that lies in a mailbox, as its owner's mail program reads it, the oldest first. */
  async function mailsOf(address: string): Promise<Email[]> {
    const client = new ImapFlow({
      ...{ host: "127.0.0.1", port: imapPort, secure: false, doSTARTTLS: false, logger: false },
      auth: { user: address, pass: "right" },
    });
    await client.connect();
    try {
      const { exists } = await client.mailboxOpen("INBOX", { readOnly: true });
      const found = exists > 0 ? await client.fetchAll("1:*", { source: true }) : [];
      return await Promise.all(found.map(({ source }) => PostalMime.parse(source ?? "")));
    } finally {
      await client.logout();
    }
  }

  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    imap: { host: "127.0.0.1", port: imapPort },
    mailsOf,
    /** A stranger's mail program hands a letter to our server. */
    writeIn: ({ from, to, subject, words, headers = {} }: Letter): void => {
      const named = Object.entries({ Subject: subject, ...headers });
      const all = named.flatMap(([name, value]) => ["--header", `${name}: ${value}`]);
      const [, envelope = from] = /<(.+)>$/.exec(from) ?? [];
      const status = swaks(smtpPort, ["--from", envelope, "--to", to, "--h-From", from, ...all, "--body", words]);
      assert.equal(status, 0, "the letter is taken");
    },
    /** The newest mail in a mailbox that fits, as soon as it lies there. */
    mailTo: async (address: string, about: RegExp): Promise<Email> => {
      let found: Email | undefined;
      await until(
        `${address} has a mail about ${about}`,
        async () => {
          const mails = await mailsOf(address);
          found = mails.findLast(({ subject = "", text = "" }) => about.test(`${subject}\n${text}`));
          return found !== undefined;
        },
        mailSeconds,
      );
      return found as Email;
    },
  };
}

/** A crowded machine carries a mail in a few seconds; only what never comes takes so long. */
const mailSeconds = 45;

/** How it ended. */
function swaks(port: number, args: readonly string[]): number | null {
  const words = ["--server", `127.0.0.1:${port}`, "--silent", "2", ...args];
  return spawnSync("swaks", words, { stdio: ["ignore", "ignore", "inherit"] }).status;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
