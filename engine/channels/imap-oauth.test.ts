import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { openPostOffice } from "#test/harness/post-office.ts";
import { lookInto } from "./imap.ts";
import { imapTrouble } from "./imap-trial.ts";
import { accessToken } from "./oauth.ts";

const help = "help@ortiz.example";
/** Gives tokens for a refresh token, and says whose each is. */
const provider = createServer(({ method, url = "" }, response) => {
  const isOurs = url === "/info?access_token=ours";
  const said = method === "POST" ? { access_token: "ours" } : isOurs ? { email: help } : { error: "invalid_token" };
  response.writeHead("error" in said ? 400 : 200, { "content-type": "application/json" }).end(JSON.stringify(said));
}).listen(0, "127.0.0.1");
await once(provider, "listening");
after(() => provider.close());
const door = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
const post = await openPostOffice([help], `${door}/info?access_token=`);

async function look(token: string): Promise<string[]> {
  const secret = { accessToken: token };
  const where = { ...post.imap, encryption: "none", userName: help, folder: "INBOX" } as const;
  const taken: string[] = [];
  await lookInto(
    { ...where, secret, reach: "anywhere" },
    {
      since: { uidValidity: 0, lastUid: 0 },
      take: async ({ raw }) => void taken.push(raw.toString()),
      rest: async () => undefined,
      signal: AbortSignal.timeout(30_000),
      restMs: null,
    },
  );
  return taken;
}

test("Debian's Dovecot opens a mailbox to the token that a refresh token is given for, and to no other", async () => {
  post.writeIn({ from: "marta@example.com", to: help, subject: "The tap", words: "It drips." });
  await post.mailTo(help, /It drips/);
  const refresh = { clientId: "house", clientSecret: "between us", refreshToken: "r1" };
  const mails = await look(await accessToken("google", refresh, door));
  assert.equal(mails.length, 1);
  assert.match(mails[0] ?? "", /Subject: The tap[\s\S]*It drips\./);
  const refused = await look("theirs").catch((problem: unknown) => problem);
  assert.equal(imapTrouble(refused, { ...post.imap, folder: "INBOX" }).step, "sign_in");
});
