import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Was this form signed with the token, for that address? HMAC-SHA1 over the address as it was called and every field with
 * its value, in the order of their names, in base64 (X-Twilio-Signature). Compared in constant time.
 */
export function isSignedForm(signature: string, url: string, form: URLSearchParams, token: string): boolean {
  const given = Buffer.from(signature, "base64");
  return spellings(url).some((spelling) => {
    const expected = createHmac("sha1", token)
      .update(spelling + written(form))
      .digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

/** A field that comes more than once counts once for each value, as the signer counts it. */
function written(form: URLSearchParams): string {
  const names = [...new Set(form.keys())].toSorted(byCode);
  return names.flatMap((name) => [...new Set(form.getAll(name))].toSorted(byCode).map((one) => name + one)).join("");
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** With and without the port that goes without saying: signers differ in it. */
function spellings(url: string): string[] {
  const { protocol, host, port } = new URL(url);
  if (port !== "") return [url];
  return [url, url.replace(`//${host}`, `//${host}:${protocol === "https:" ? 443 : 80}`)];
}

/** What a signed call tells: a text, a call that nobody took, what became of a text of ours, or nothing that matters here. */
export type Told =
  | { is: "text"; sid: string; from: string; body: string; media: Media[]; wish: "stop" | "start" | null }
  | { is: "call"; sid: string; from: string }
  | { is: "undelivered"; error: string | null }
  | null;

type Media = { type: string; url: string };

const sidForm = /^[A-Z]{2}[0-9a-f]{32}$/;
const missedStates = ["no-answer", "busy", "failed", "canceled"];
const lostStates = ["failed", "undelivered"];
const mostMedia = 10;

export function toldBy(form: URLSearchParams): Told {
  const said = (name: string) => (form.get(name) ?? "").replaceAll("\0", "");
  const callSid = said("CallSid");
  if (sidForm.test(callSid)) {
    // A call that was passed on to nobody who took it says so beside the state of the whole.
    const state = said("DialCallStatus") || said("CallStatus");
    const isOurs = said("Direction").startsWith("outbound");
    return missedStates.includes(state) && !isOurs ? { is: "call", sid: callSid, from: said("From") } : null;
  }
  const sid = said("MessageSid") || said("SmsSid");
  if (!sidForm.test(sid)) return null;
  const state = said("MessageStatus");
  if (state !== "") return lostStates.includes(state) ? { is: "undelivered", error: said("ErrorCode") || null } : null;
  const media = Array.from({ length: Math.min(Number(said("NumMedia")) || 0, mostMedia) }, (_, place) => ({
    type: said(`MediaContentType${place}`),
    url: said(`MediaUrl${place}`),
  })).filter(({ url }) => /^https:\/\/\S+$/.test(url));
  const body = said("Body").replaceAll("\r\n", "\n").trim();
  return { is: "text", sid, from: said("From"), body, media, wish: wishOf(body, said("OptOutType")) };
}

const stops = "stop stopall unsubscribe cancel end quit revoke optout stopp abmelden arret arrêt alto baja".split(" ");
const starts = ["start", "unstop"];

/** Do they want no more texts, or want them again? The one word alone counts, as carriers read it. */
function wishOf(body: string, optOut: string): "stop" | "start" | null {
  const word = body.toLowerCase().replace(/[\s.!]+$/, "");
  if (optOut === "STOP" || stops.includes(word)) return "stop";
  return optOut === "START" || starts.includes(word) ? "start" : null;
}
