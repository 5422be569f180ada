import { createDecipheriv, createECDH, createHash, createPublicKey, hkdfSync, verify } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { after } from "node:test";

type Came = { path: string; headers: IncomingHttpHeaders; body: Buffer };

/** A browser as a push service knows it: the same word is the same one. */
export function browserOf(word: string, at = "https://push.example") {
  const pair = pairOf(word);
  const auth = createHash("sha256").update(`auth ${word}`).digest().subarray(0, 16);
  return {
    name: `Browser of ${word}`,
    endpoint: `${at}/${word}`,
    p256dh: pair.getPublicKey("base64url"),
    auth: auth.toString("base64url"),
  };
}

/** What that browser reads of what came for it, by RFC 8291 from its own side. */
export function readPush(word: string, body: Buffer): unknown {
  const pair = pairOf(word);
  const auth = Buffer.from(browserOf(word).auth, "base64url");
  const [salt, theirs, sealed] = [body.subarray(0, 16), body.subarray(21, 86), body.subarray(86)];
  const derive = (secret: Buffer, with_: Buffer, info: Buffer | string, bytes: number) =>
    Buffer.from(hkdfSync("sha256", secret, with_, info, bytes));
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), pair.getPublicKey(), theirs]);
  const secret = derive(pair.computeSecret(theirs), auth, info, 32);
  const key = derive(secret, salt, "Content-Encoding: aes128gcm\0", 16);
  const open = createDecipheriv("aes-128-gcm", key, derive(secret, salt, "Content-Encoding: nonce\0", 12));
  open.setAuthTag(sealed.subarray(-16));
  const words = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
  return JSON.parse(words.subarray(0, words.lastIndexOf(2)).toString());
}

/** Who says to have sent it (RFC 8292): the claims, where the signature is that of the key it names. */
export function signedBy(authorization: string): { key: string; claims: Record<string, unknown> } {
  const [, head = "", claims = "", signature = "", key = ""] =
    /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const point = Buffer.from(key, "base64url");
  const [x, y] = [point.subarray(1, 33).toString("base64url"), point.subarray(33).toString("base64url")];
  const by = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const told = Buffer.from(`${head}.${claims}`);
  const isTrue = verify("sha256", told, { key: by, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
  if (!isTrue) throw new Error(`not signed by the key it names: ${authorization}`);
  return { key, claims: JSON.parse(Buffer.from(claims, "base64url").toString()) };
}

/** A push service of our own on this machine, that takes what comes or answers as it is told to. */
export async function startPushService() {
  const came: Came[] = [];
  let status = 201;
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      came.push({ path: request.url ?? "", headers: request.headers, body });
      response.writeHead(status).end("said");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = (next: number) => {
    status = next;
  };
  return { url, came, answer };
}

function pairOf(word: string) {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(createHash("sha256").update(word).digest());
  return pair;
}
