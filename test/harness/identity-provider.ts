import { createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { after } from "node:test";

/** What the other house says of somebody. */
export type Claims = { sub: string; email: string; email_verified: boolean; name: string };

/** Another house that knows our members, as OpenID Connect has it: it lets in whoever `is` names, without asking. */
export async function startIdentityProvider() {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const asked = new Map<string, { nonce: string | null; challenge: string | null }>();
  let claims: Claims = { sub: "1", email: "", email_verified: true, name: "" };
  let url = "";

  const server = createServer((request, response) => {
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const { pathname, searchParams } = new URL(request.url ?? "/", url);
    if (pathname === "/.well-known/openid-configuration") {
      const at = {
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/jwks`,
      };
      return json({
        issuer: url,
        ...at,
        id_token_signing_alg_values_supported: ["RS256"],
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
      });
    }
    if (pathname === "/jwks")
      return json({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] });
    if (pathname === "/authorize") {
      const code = randomUUID();
      asked.set(code, { nonce: searchParams.get("nonce"), challenge: searchParams.get("code_challenge") });
      const back = new URL(searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("code", code);
      back.searchParams.set("state", searchParams.get("state") ?? "");
      return response.writeHead(302, { location: back.href }).end();
    }
    return void text(request).then((form) => {
      const { nonce } = asked.get(new URLSearchParams(form).get("code") ?? "") ?? {};
      const now = Math.floor(Date.now() / 1000);
      const told = { iss: url, aud: "truepenny", iat: now, exp: now + 300, ...(nonce && { nonce }), ...claims };
      json({ access_token: "opaque", token_type: "Bearer", expires_in: 300, id_token: signed(told) });
    });
  });

  function signed(payload: object): string {
    const parts = [{ alg: "RS256", typ: "JWT", kid: "1" }, payload].map((part) =>
      Buffer.from(JSON.stringify(part)).toString("base64url"),
    );
    const signature = createSign("RSA-SHA256").update(parts.join(".")).sign(privateKey, "base64url");
    return `${parts.join(".")}.${signature}`;
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const is = (next: Partial<Claims>) => {
    claims = { ...claims, ...next };
  };
  return { url, is };
}
