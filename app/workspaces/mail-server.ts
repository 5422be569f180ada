import { invalid } from "#base/refusal.ts";

/** The URL of a mail server, read strictly: smtp://user:password@mail.example.com:587. Refuses `bad_smtp_url`. */
export function checkSmtpUrl(text: string): string {
  const url = URL.parse(text);
  const isPlain = url && [...url.searchParams.keys()].every((name) => name === "tls.rejectUnauthorized");
  if (isPlain && /^smtps?:$/.test(url.protocol) && url.hostname) return text;
  throw invalid(
    "bad_smtp_url",
    "Write it like smtp://user:password@mail.example.com:587, or smtps:// for port 465.",
    "smtp_url",
  );
}

/** All that is ever shown of such a URL. */
export function smtpHost(url: string): string {
  return URL.parse(url)?.host ?? "";
}
