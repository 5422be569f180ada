/** Where a sign-in is renewed; fixed addresses, so that nobody can make us call another. */
const doors = {
  google: "https://oauth2.googleapis.com/token",
  microsoft: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
};

export type Renewing = { clientId: string; clientSecret: string; refreshToken: string };

/** A new access token (OAuth 2, RFC 6749 section 6). Throws an error marked `oauthRefused` where it was not granted. */
export async function accessToken(
  provider: keyof typeof doors,
  { clientId, clientSecret, refreshToken }: Renewing,
  door: string = doors[provider],
): Promise<string> {
  const response = await fetch(door, {
    method: "POST",
    redirect: "error",
    signal: AbortSignal.timeout(15_000),
    body: new URLSearchParams({
      grant_type: "refresh_token",
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
    }),
  });
  const said: unknown = await response.json().catch(() => null);
  const token = typeof said === "object" && said !== null && "access_token" in said ? said.access_token : null;
  if (response.ok && typeof token === "string") return token;
  const refused = response.status >= 400 && response.status < 500;
  throw Object.assign(new Error(`the sign-in was not renewed: ${response.status}`), { oauthRefused: refused });
}
