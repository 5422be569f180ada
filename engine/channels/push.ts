import {
  createCipheriv,
  createECDH,
  createPrivateKey,
  ECDH,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";
import type { Instant } from "#base/instant.ts";
import { callWithin } from "./calling.ts";
import { OutOfReach } from "./reach.ts";

/** Where a browser said that it can be pushed, with the keys (base64url) by which only it reads what comes. */
export type PushTarget = { endpoint: string; p256dh: string; auth: string };

/** The house's own pair: browsers are told the public key (base64url), and take pushes signed with the other only. */
export type PushKeys = { publicKey: string; privateKey: KeyObject };

export type Push = { keys: PushKeys; publicUrl: string; networks: readonly string[]; patienceMs?: number };

/** `gone`: nobody is there any more. `later`: a busy server or no line. `never`: this one will not be taken. */
export type PushOutcome = { is: "accepted" | "gone" | "later" | "never" };

const curve = "prime256v1";
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const recordBytes = 4096;
const lastsSeconds = 4 * 3600;
const signedForSeconds = 12 * 3600;

/** Derived, so that every process and a restored backup have the same: 384 bits make the remainder even. */
export function pushKeysOf(secret: string): PushKeys {
  const wide = Buffer.from(hkdfSync("sha256", secret, "", "truepenny web push", 48));
  const scalar = (BigInt(`0x${wide.toString("hex")}`) % (order - 1n)) + 1n;
  const pair = createECDH(curve);
  pair.setPrivateKey(Buffer.from(scalar.toString(16).padStart(64, "0"), "hex"));
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  const d = Buffer.from(scalar.toString(16).padStart(64, "0"), "hex").toString("base64url");
  const key = { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "", d };
  return { publicKey: point.toString("base64url"), privateKey: createPrivateKey({ key, format: "jwk" }) };
}

/** Is this a point of the curve, as browsers give it: uncompressed, base64url? */
export function isPushKey(p256dh: string): boolean {
  const point = Buffer.from(p256dh, "base64url");
  if (point.length !== 65 || point[0] !== 4) return false;
  try {
    ECDH.convertKey(point, curve);
    return true;
  } catch {
    return false;
  }
}

/** RFC 8291: one record of aes128gcm that only that browser reads. At most 3993 bytes of words. */
export function encryptPush(
  words: Buffer,
  { p256dh, auth }: Pick<PushTarget, "p256dh" | "auth">,
  { salt, privateKey }: { salt: Buffer; privateKey: Buffer } = { salt: randomBytes(16), privateKey: freshKey() },
): Buffer {
  const ours = createECDH(curve);
  ours.setPrivateKey(privateKey);
  const theirs = Buffer.from(p256dh, "base64url");
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, ours.getPublicKey()]);
  const secret = hkdf(ours.computeSecret(theirs), Buffer.from(auth, "base64url"), info, 32);
  const key = hkdf(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = hkdf(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(words), cipher.update(Buffer.of(2)), cipher.final()]);
  const head = Buffer.alloc(21);
  salt.copy(head);
  head.writeUInt32BE(recordBytes, 16);
  head.writeUInt8(65, 20);
  return Buffer.concat([head, ours.getPublicKey(), sealed, cipher.getAuthTag()]);
}

/**
 * Hands a push to the browser's own push service; never throws for what that or the line does. The same `topic` (at most
 * 32 of base64url) again takes the place of one that waits there.
 */
export async function sendPush(
  { keys, publicUrl, networks, patienceMs = 20_000 }: Push,
  target: PushTarget,
  { words, topic }: { words: string; topic: string },
  now: Instant,
): Promise<PushOutcome> {
  const body = encryptPush(Buffer.from(words), target);
  const headers = {
    "content-encoding": "aes128gcm",
    "content-type": "application/octet-stream",
    "content-length": body.length,
    ttl: lastsSeconds,
    urgency: "high",
    topic,
    authorization: signed(keys, new URL(target.endpoint).origin, publicUrl, now),
  };
  try {
    const calling = { method: "POST", networks, headers, body, patienceMs, mostBytes: 0 } as const;
    return outcomeOf((await callWithin(new URL(target.endpoint), calling)).status);
  } catch (problem) {
    return { is: problem instanceof OutOfReach ? "never" : "later" };
  }
}

/** RFC 8292: who we are, for this push service alone and for half a day. */
function signed({ publicKey, privateKey }: PushKeys, audience: string, publicUrl: string, now: Instant): string {
  const exp = Math.floor(now.epochMilliseconds / 1000) + signedForSeconds;
  const contact = publicUrl.startsWith("https:") ? { sub: publicUrl } : {};
  const claims = { aud: audience, exp, ...contact };
  const told = [{ typ: "JWT", alg: "ES256" }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString("base64url"),
  );
  const signature = sign("sha256", Buffer.from(told.join(".")), { key: privateKey, dsaEncoding: "ieee-p1363" });
  return `vapid t=${told.join(".")}.${signature.toString("base64url")}, k=${publicKey}`;
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return { is: "accepted" };
  if (status === 404 || status === 410) return { is: "gone" };
  return { is: status === 408 || status === 429 || status >= 500 ? "later" : "never" };
}

function freshKey(): Buffer {
  const pair = createECDH(curve);
  pair.generateKeys();
  return pair.getPrivateKey();
}

function hkdf(secret: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, info, bytes));
}
