import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#base/instant.ts";
import { browserOf, readPush, signedBy, startPushService } from "#test/harness/pushed.ts";
import { encryptPush, isPushKey, pushKeysOf, sendPush } from "./push.ts";

const now = instant("2026-11-23T09:00:00Z");
const keys = pushKeysOf("a secret of some twenty-two letters");
const publicUrl = "https://word.ortiz.example";
const networks = ["127.0.0.1"];
const push = { words: JSON.stringify({ title: "3 promises need you" }), topic: "one" };

test("a push is encrypted as in the example of RFC 8291", () => {
  const bytes = (text: string) => Buffer.from(text, "base64url");
  const target = {
    p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
  };
  const given = {
    salt: bytes("DGv6ra1nlYgDCS1FRnbzlw"),
    privateKey: bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
  };
  assert.equal(
    encryptPush(Buffer.from("When I grow up, I want to be a watermelon"), target, given).toString("base64url"),
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  );
});

test("a house signs with the same key whenever it starts, and with one that no other house has", () => {
  assert.equal(pushKeysOf("a secret of some twenty-two letters").publicKey, keys.publicKey);
  assert.notEqual(pushKeysOf("another secret of so many letters").publicKey, keys.publicKey);
  assert.ok(isPushKey(keys.publicKey));
});

test("what is no key of a browser is known as none", () => {
  assert.ok(isPushKey(browserOf("ana").p256dh));
  for (const text of ["", "A".repeat(87), `B${"A".repeat(86)}`, browserOf("ana").p256dh.slice(0, 44)]) {
    assert.equal(isPushKey(text), false, text);
  }
});

test("a browser reads what its push service was handed, and the service sees who sends it", async () => {
  const service = await startPushService();
  const target = browserOf("ana", service.url);
  assert.deepEqual(await sendPush({ keys, publicUrl, networks }, target, push, now), { is: "accepted" });
  const [came] = service.came;
  assert.deepEqual(came && readPush("ana", came.body), { title: "3 promises need you" });
  const { ttl, urgency, topic, "content-encoding": encoding, authorization = "" } = came?.headers ?? {};
  assert.deepEqual([ttl, urgency, topic, encoding], ["14400", "high", "one", "aes128gcm"]);
  const signed = signedBy(authorization);
  assert.equal(signed.key, keys.publicKey);
  assert.deepEqual(signed.claims, { aud: service.url, exp: 1795467600, sub: publicUrl });
});

test("a service that has no such browser, is busy, or does not want this is told apart", async () => {
  const service = await startPushService();
  const target = browserOf("ana", service.url);
  const found: unknown[] = [];
  for (const status of [404, 410, 429, 503, 400, 302]) {
    service.answer(status);
    found.push((await sendPush({ keys, publicUrl, networks }, target, push, now)).is);
  }
  assert.deepEqual(found, ["gone", "gone", "later", "later", "never", "never"]);
  const nobody = browserOf("ana", "http://127.0.0.1:9");
  assert.deepEqual(await sendPush({ keys, publicUrl, networks }, nobody, push, now), { is: "later" });
});

test("nothing is sent to an address of our own networks, nor over an open line to anybody else's", async () => {
  const service = await startPushService();
  const { port } = new URL(service.url);
  for (const at of [
    service.url,
    `http://localhost:${port}`,
    `https://127.0.0.1:${port}`,
    "https://169.254.169.254",
    "https://[::1]",
    "http://93.184.215.14",
    "https://93.184.215.14:8443",
  ]) {
    const target = browserOf("ana", at);
    assert.deepEqual(await sendPush({ keys, publicUrl, networks: [] }, target, push, now), { is: "never" }, at);
  }
  assert.equal(service.came.length, 0);
});
