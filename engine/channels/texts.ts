import { Instant, isBefore, plusSeconds } from "#base/instant.ts";
import { callWithin } from "./calling.ts";
import { OutOfReach } from "./reach.ts";
import { type Outcome, oneLine } from "./smtp.ts";

/** The account that texts leave by: at Twilio, or at an address of whoever speaks as it does. */
export type TextServer = { url: string | null; accountSid: string; authToken: string; networks: readonly string[] };

/** One text as it leaves. `since` is when it was first to be sent, for one that may have left already. */
export type Text = {
  from: string;
  to: string;
  body: string;
  tellUrl: string | null;
  since: Instant;
  isRepeat: boolean;
};

const twilio = "https://api.twilio.com";
const patienceMs = 25_000;
const mostBytes = 256 * 1024;

/**
 * Hands one text over; never throws for what the server or the line does. That API knows no key by which a repeat is
 * recognised, so before one goes out again it is asked whether it has the first already.
 */
export async function sendText(server: TextServer, text: Text): Promise<Outcome> {
  try {
    if (text.isRepeat && (await hasIt(server, text))) return { is: "accepted", response: "was there already" };
    const { from: From, to: To, body: Body, tellUrl } = text;
    const form = new URLSearchParams({ To, From, Body, ...(tellUrl && { StatusCallback: tellUrl }) });
    const { status, body } = await call(server, "POST", messagesOf(server), String(form));
    return outcomeOf(status, body);
  } catch (problem) {
    if (problem instanceof OutOfReach) return later(outOfReach);
    return later("The service for texts cannot be reached, or did not answer in time.");
  }
}

async function hasIt(server: TextServer, { from, to, body: words, since }: Text): Promise<boolean> {
  const url = messagesOf(server);
  const day = since.toString().slice(0, 10);
  url.search = String(new URLSearchParams({ To: to, From: from, "DateSent>": day, PageSize: "200" }));
  const { status, body } = await call(server, "GET", url, null);
  const { messages } = parsed(body);
  if (status !== 200 || !Array.isArray(messages)) return false;
  const earliest = plusSeconds(since, -60);
  return messages.map(recordOf).some((one) => {
    const made = typeof one.date_created === "string" ? dated(one.date_created) : null;
    const isLost = one.status === "failed" || one.status === "undelivered";
    return !isLost && String(one.body).endsWith(words) && made !== null && !isBefore(made, earliest);
  });
}

function messagesOf({ url, accountSid }: TextServer): URL {
  return new URL(`${url ?? twilio}/2010-04-01/Accounts/${accountSid}/Messages.json`);
}

function call({ accountSid, authToken, networks }: TextServer, method: "GET" | "POST", url: URL, form: string | null) {
  const body = form === null ? null : Buffer.from(form);
  const headers = {
    authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`,
    accept: "application/json",
    ...(body && { "content-type": "application/x-www-form-urlencoded", "content-length": body.length }),
  };
  return callWithin(url, { method, networks, headers, body, patienceMs, mostBytes });
}

/** What the service says is quoted only where it is about this text. */
function outcomeOf(status: number, body: string): Outcome {
  const { code, message, sid } = parsed(body);
  if (status >= 200 && status < 300) {
    // A page of a proxy on the way is no acceptance.
    return typeof sid === "string"
      ? { is: "accepted", response: sid }
      : later("What answered is no service for texts.");
  }
  if (status === 401 || status === 403 || status === 404) {
    return later("The service for texts does not let us in. Check the account SID and the token.");
  }
  if (code === stopped) return { is: "never", problem: "They asked for no more texts." };
  if (status !== 400) return later(`The service for texts cannot take it just now (${status}).`);
  const said = typeof message === "string" ? `: ${oneLine(message).slice(0, 300)}` : ".";
  return { is: "never", problem: `The service for texts refused it${said}` };
}

// https://www.twilio.com/docs/api/errors/21610
const stopped = 21_610;

const outOfReach =
  "The service for texts may not be called: its address is private, or it is not https. Whoever runs the house can allow " +
  "it (PRIVATE_NETWORKS).";

function parsed(body: string): Record<string, unknown> {
  try {
    return recordOf(JSON.parse(body));
  } catch {
    return {};
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** As mail writes a time (RFC 2822). */
function dated(text: string): Instant | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : new Instant(at);
}

function later(problem: string): Outcome {
  return { is: "later", problem };
}
