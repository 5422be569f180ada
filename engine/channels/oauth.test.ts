import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";
import { accessToken } from "./oauth.ts";

const client = { clientId: "house", clientSecret: "between us", refreshToken: "r1" };
const asked: string[] = [];
let answer: { status: number; body: string; headers?: Record<string, string> } = { status: 200, body: "{}" };
const provider = createServer((request, response) => {
  const answered = text(request).then((said) => {
    asked.push(said);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  answered.catch(() => response.destroy());
}).listen(0, "127.0.0.1");
await once(provider, "listening");
after(() => provider.close());
const door = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/token`;
const renew = () => accessToken("google", client, door);

test("a sign-in is renewed by its refresh token", async () => {
  answer = { status: 200, body: JSON.stringify({ access_token: "a1", token_type: "Bearer" }) };
  assert.equal(await renew(), "a1");
  const said = Object.fromEntries(new URLSearchParams(asked.at(-1)));
  const wanted = { grant_type: "refresh_token", client_id: "house", client_secret: "between us", refresh_token: "r1" };
  assert.deepEqual(said, wanted);
});

test("what is refused for good is told from what may pass, and neither tells a secret", async () => {
  answer = { status: 400, body: JSON.stringify({ error: "invalid_grant" }) };
  await assert.rejects(renew, { message: "the sign-in was not renewed: 400", oauthRefused: true });
  answer = { status: 503, body: "busy" };
  await assert.rejects(renew, { message: "the sign-in was not renewed: 503", oauthRefused: false });
  answer = { status: 200, body: JSON.stringify({ access_token: 7 }) };
  await assert.rejects(renew, { oauthRefused: false });
});

test("a provider that sends us elsewhere is not followed: our secret stays", async () => {
  answer = { status: 307, body: "", headers: { location: `${door}/elsewhere` } };
  const count = asked.length;
  await assert.rejects(renew);
  assert.equal(asked.length, count + 1);
});
