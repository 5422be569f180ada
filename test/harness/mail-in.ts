import { createHmac } from "node:crypto";
import { arrivalsApi } from "#app/arrivals/api.ts";
import { relayDoor } from "#app/arrivals/api-relay.ts";
import { arrivalDuties } from "#app/arrivals/clock.ts";
import { byHandApi } from "#app/cases/api-by-hand.ts";
import { mailboxesApi } from "#app/mailboxes/api.ts";
import type { Instant } from "#base/instant.ts";
import { runDue } from "#engine/clock/clock.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { type Shop, startPromises } from "./promises.ts";

/** A house of promises into which mail comes through a relay, and a mail server; cases hear of it only where asked. */
export async function startMailIn({ withCases = false } = {}) {
  const promises = await startPromises({
    pages: [relayDoor],
    api: [...mailboxesApi, ...arrivalsApi, ...byHandApi],
    withCases,
  });
  const { db, url, sending, now } = promises;
  promises.duties.push(...(arrivalDuties(db, sending.house) as Duty[]));

  /** Brings a mail as the relay of this shop does; gives the status. */
  const bring = (relay: Relay, mail: string | Uint8Array<ArrayBuffer>, how: Partial<Bringing> = {}) =>
    bringMail(`${url}/mail/${relay.workspaceId}/${relay.id}`, mail, { key: relay.key, now: now(), ...how });

  return {
    ...promises,
    bring,
    newRelay: async (shop: Shop): Promise<Relay> => {
      const { id, key } = await shop.post("/relays", { address: "hello@ortiz.example" });
      return { id, key: String(key), workspaceId: shop.workspaceId };
    },
    /** Brings it and lets everything happen that follows from it. */
    receive: async (relay: Relay, mail: string): Promise<void> => {
      const status = await bring(relay, mail);
      if (status !== 202) throw new Error(`the mail was answered ${status}`);
      await runDue(promises.duties, now());
    },
  };
}

export type Relay = { id: string; key: string; workspaceId: string };

type Bringing = { key: string; now: Instant; seconds: number; json: boolean };

/** Calls as a relay does that signs with this key, so many seconds from now by its clock; gives the status. */
export async function bringMail(
  url: string,
  mail: string | Uint8Array<ArrayBuffer>,
  { key, now, seconds = 0, json = false }: Pick<Bringing, "key" | "now"> & Partial<Bringing>,
): Promise<number> {
  const body = json ? JSON.stringify({ message: mail, recipients: ["hello@ortiz.example"] }) : mail;
  const timestamp = String(Math.floor(now.epochMilliseconds / 1000) + seconds);
  const signed = createHmac("sha256", Buffer.from(key, "base64url"))
    .update(`m1.${timestamp}.`)
    .update(body)
    .digest("base64");
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": json ? "application/json" : "message/rfc822",
      "webhook-id": "m1",
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,bm9uZQ== v1,${signed}`,
    },
    body,
  });
  await response.text();
  return response.status;
}

let count = 0;

/** A mail as a mail program writes it. */
export function mailFrom(from: string, words: string, headers: Record<string, string> = {}): string {
  const all = {
    From: from,
    To: "hello@ortiz.example",
    Subject: "The boiler",
    "Message-ID": `<in-${++count}@example.com>`,
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${head.join("\r\n")}\r\n\r\n${words}\r\n`;
}
