// What a person can look through; the rest is of use to programs.
const mostShown = 100_000;

/** The beginning of a mail as text, from its bytes in base64; what is no letter of UTF-8 stands as a mark for that. */
export function textOf(base64: string): string {
  const whole = atob(base64.slice(0, Math.ceil(mostShown / 3) * 4));
  return new TextDecoder().decode(Uint8Array.from(whole, (byte) => byte.charCodeAt(0)));
}
