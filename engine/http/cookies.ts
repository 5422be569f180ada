/** What a browser sends back under this name, as it was sent; of two the first, which is the one of the longest path. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const found = header?.split(/; */).find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

/** A cookie that no script reads and no other site sends along. Without an age it goes when the browser is closed. */
export function writeCookie(name: string, value: string, { isSecure, maxAgeSeconds }: CookieOptions): string {
  const age = maxAgeSeconds === undefined ? "" : `; Max-Age=${maxAgeSeconds}`;
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${age}${isSecure ? "; Secure" : ""}`;
}

type CookieOptions = { isSecure: boolean; maxAgeSeconds?: number };
