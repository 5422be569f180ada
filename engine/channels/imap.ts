import { isIP } from "node:net";
import type { ImapFlow } from "imapflow";
import { Instant } from "#base/instant.ts";
import { addressesWithin, type Reach } from "./reach.ts";

/** A folder of a mail server, and what opens it. */
export type ImapFolder = {
  host: string;
  port: number;
  encryption: "tls" | "starttls" | "none";
  userName: string;
  secret: { password: string } | { accessToken: string };
  folder: string;
  reach: Reach;
};

/** The last mail that was taken from a folder, by the numbers that its server gives. */
export type Place = { uidValidity: number; lastUid: number };

/** One mail as it lies there: `raw` is only its beginning where it is too large. `isNew` unless it is looked through again. */
export type Fetched = Place & { raw: Buffer; bytes: number; receivedAt: Instant | null; isNew: boolean };

export type Looking = {
  /** Where the last look ended; null for a folder that is looked into for the first time. */
  since: Place | null;
  /** Keeps one mail for good. It is asked for the next one only when this has resolved. */
  take: (mail: Fetched) => Promise<void>;
  /** Nothing new is left; called again each time, at the latest after `restMs`. */
  rest: (place: Place) => Promise<void>;
  signal: AbortSignal;
  /** Without it one look is enough. */
  restMs: number | null;
};

const mebibyte = 1024 * 1024;
/** What a larger mail holds beyond its first part stays in the mailbox. */
const largestMail = 25 * mebibyte;
const beginning = mebibyte;
const mostAtOnce = 200;
const daysAgain = 3;

/**
 * Takes what is new in a folder, oldest first, and then waits for more (IDLE) until `signal` ends it. Nothing in the
 * folder is changed, not even whether it was read. Throws what the server or the line does.
 */
export async function lookInto(folder: ImapFolder, { since, take, rest, signal, restMs }: Looking): Promise<void> {
  const client = await opened(folder, signal);
  const fallen = new Promise<never>((_, reject) => {
    client.on("close", () => reject(new Error("The mail server cut the line.")));
    client.on("error", reject);
  });
  fallen.catch(() => undefined);
  try {
    const { place: from, again } = await placeIn(client, since);
    let place = from;
    for (const uid of again) place = await takeOne(client, uid, place, take, fallen, false);
    for (;;) {
      const changed = new Promise((resolve) => client.once("exists", resolve));
      for (let uids = await newAfter(client, place); uids.length > 0; uids = await newAfter(client, place)) {
        for (const uid of uids) {
          if (signal.aborted) return;
          place = await takeOne(client, uid, place, take, fallen, true);
        }
      }
      await rest(place);
      if (restMs === null || signal.aborted) return;
      await Promise.race([
        changed,
        fallen,
        waitedFor(restMs, signal),
        client.idle().then(() => waitedFor(1_000, signal)),
      ]);
    }
  } finally {
    client.close();
  }
}

/** How far it can be opened: resolves when the folder can be read. */
export async function tryFolder(folder: ImapFolder): Promise<void> {
  const client = await opened(folder, AbortSignal.timeout(20_000));
  client.close();
}

async function opened(folder: ImapFolder, signal: AbortSignal): Promise<ImapFlow> {
  const { host, port, encryption, userName: user, secret } = folder;
  const [first] = await addressesWithin(host, port, folder.reach);
  // Tables of letters that a house without a mailbox needs none of.
  const imapflow = await import("imapflow");
  const client = new imapflow.ImapFlow({
    // The very address that was checked; the certificate must be that of the name.
    host: first?.address ?? host,
    ...(isIP(host.replace(/^\[|\]$/g, "")) === 0 && { servername: host }),
    port,
    secure: encryption === "tls",
    ...(encryption !== "tls" && { doSTARTTLS: encryption === "starttls" }),
    auth: "password" in secret ? { user, pass: secret.password } : { user, accessToken: secret.accessToken },
    clientInfo: { name: "Truepenny" },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 120_000,
    maxIdleTime: 60_000,
    maxLineLength: mebibyte,
    maxLiteralSize: largestMail + mebibyte,
    maxResponseSize: largestMail + 2 * mebibyte,
  });
  // Whatever it says after this is said by the promise of the command that was under way.
  client.on("error", () => undefined);
  const stop = () => client.close();
  signal.addEventListener("abort", stop, { once: true });
  try {
    await client.connect();
    await client.mailboxOpen(folder.folder, { readOnly: true });
    return client;
  } catch (problem) {
    client.close();
    throw problem;
  }
}

/**
 * From where on mails are new. Where the server counts anew, the mails of the last days come again, since nobody knows
 * which of them were taken: whoever keeps them knows each by what it says.
 */
async function placeIn(client: ImapFlow, since: Place | null): Promise<{ place: Place; again: number[] }> {
  const box = client.mailbox;
  if (!box) throw new Error("The mail server closed the folder.");
  const place = { uidValidity: Number(box.uidValidity), lastUid: box.uidNext - 1 };
  if (!since) return { place, again: [] };
  if (since.uidValidity === place.uidValidity) return { place: since, again: [] };
  const from = new Date(Date.now() - daysAgain * 86_400_000);
  const found = await client.search({ since: from }, { uid: true });
  return { place, again: (found || []).filter((uid) => uid <= place.lastUid).sort((a, b) => a - b) };
}

async function newAfter(client: ImapFlow, { lastUid }: Place): Promise<number[]> {
  // Not with `fetch`: "5:*" gives the last mail even where its number is smaller.
  const found = await client.search({ uid: `${lastUid + 1}:*` }, { uid: true });
  if (!found) throw new Error("The mail server does not say what is new.");
  return found
    .filter((uid) => uid > lastUid)
    .sort((a, b) => a - b)
    .slice(0, mostAtOnce);
}

async function takeOne(
  client: ImapFlow,
  uid: number,
  place: Place,
  take: Looking["take"],
  fallen: Promise<never>,
  isNew: boolean,
): Promise<Place> {
  const next = { ...place, lastUid: isNew ? uid : place.lastUid };
  const head = await Promise.race([
    client.fetchOne(String(uid), { size: true, internalDate: true }, { uid: true }),
    fallen,
  ]);
  // Somebody deleted it in between.
  if (!head) return next;
  const bytes = head.size ?? 0;
  const source = bytes > largestMail ? { maxLength: beginning } : true;
  const found = await Promise.race([client.fetchOne(String(uid), { source }, { uid: true }), fallen]);
  const raw = found ? found.source : undefined;
  if (!raw) return next;
  await take({
    uidValidity: place.uidValidity,
    lastUid: uid,
    raw,
    bytes,
    receivedAt: instantOf(head.internalDate),
    isNew,
  });
  return next;
}

function instantOf(date: Date | string | undefined): Instant | null {
  const millis = date === undefined ? Number.NaN : new Date(date).getTime();
  return Number.isNaN(millis) ? null : new Instant(millis);
}

function waitedFor(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, millis);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done, { once: true });
  });
}
