import { createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { after } from "node:test";

export const accountSid = `AC${"0a".repeat(16)}`;
export const authToken = "the token of the account";
export const ourNumber = "+49301234567";

type Sent = { sid: string; from: string; to: string; body: string; tellUrl: string | null; date_created: string };

/** How it answers: as it should; with that refusal; or it takes the text and cuts the line before it says so. */
type Manner = { is: "well" } | { is: "refusing"; status: number; code: number; message: string } | { is: "cutting" };

/** A service for texts that does as Twilio's API does, on a port of its own: it keeps what it takes, and lists it. */
export async function startTwilio() {
  const sent: Sent[] = [];
  const asked: string[] = [];
  let manner: Manner = { is: "well" };
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    const url = new URL(request.url ?? "", "http://localhost");
    asked.push(`${request.method} ${url.pathname}`);
    const say = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const basic = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;
    if (request.headers.authorization !== basic) {
      say(401, { code: 20_003, message: "Authenticate", status: 401 });
    } else if (url.pathname !== `/2010-04-01/Accounts/${accountSid}/Messages.json`) {
      say(404, { code: 20_404, message: "The requested resource was not found", status: 404 });
    } else if (request.method === "GET") {
      const to = url.searchParams.get("To");
      say(200, { messages: sent.filter((one) => one.to === to).map((one) => ({ ...one, status: "sent" })) });
    } else if (manner.is === "refusing") {
      const { status, code, message } = manner;
      say(status, { code, message, status });
    } else {
      const of = (name: string) => form.get(name) ?? "";
      const sid = newSid("SM");
      const made = { sid, from: of("From"), to: of("To"), body: of("Body"), tellUrl: form.get("StatusCallback") };
      sent.push({ ...made, date_created: new Date(twilio.now()).toUTCString() });
      if (manner.is === "cutting") request.socket.destroy();
      else say(201, { sid, status: "queued" });
    }
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const twilio = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    asked,
    /** Its own clock. */
    now: () => Date.now(),
    behave: (how: Manner) => {
      manner = how;
    },
  };
  return twilio;
}

function newSid(kind: "SM" | "CA"): string {
  return kind + randomBytes(16).toString("hex");
}

type Fields = Record<string, string>;

/** The fields of a text as Twilio brings it, from that number. */
export function textFrom(from: string, body: string, more: Fields = {}): Fields {
  return {
    MessageSid: newSid("SM"),
    AccountSid: accountSid,
    From: from,
    To: ourNumber,
    Body: body,
    NumMedia: "0",
    ...more,
  };
}

/** The fields of a call that nobody took. */
export function callFrom(from: string, more: Fields = {}): Fields {
  const state = { CallStatus: "no-answer", Direction: "inbound" };
  return { CallSid: newSid("CA"), AccountSid: accountSid, From: from, To: ourNumber, ...state, ...more };
}

/** Calls us as Twilio does, signed for the address that is in the settings; gives the status and what was answered. */
export async function bringText(
  at: string,
  fields: Fields,
  { signedFor = at, token = authToken, signature }: { signedFor?: string; token?: string; signature?: string } = {},
): Promise<{ status: number; body: string }> {
  const names = Object.keys(fields).toSorted();
  const all = signedFor + names.map((name) => name + fields[name]).join("");
  const signed = signature ?? createHmac("sha1", token).update(all).digest("base64");
  const response = await fetch(at, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded; charset=UTF-8", "x-twilio-signature": signed },
    body: String(new URLSearchParams(fields)),
  });
  return { status: response.status, body: await response.text() };
}
