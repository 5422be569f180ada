import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { arrivalsApi } from "#app/arrivals/api.ts";
import { relayDoor } from "#app/arrivals/api-relay.ts";
import { arrivalDuties } from "#app/arrivals/clock.ts";
import { makeLink, urlOf } from "#app/customers/actions-links.ts";
import { mailboxesApi } from "#app/mailboxes/api.ts";
import { attachmentsApi } from "#app/messages/api-attachments.ts";
import { partBytes } from "#app/messages/attachment.ts";
import { forgetAttachmentsDuty } from "#app/messages/clock-attachments.ts";
import { customerPages } from "#app/promises/portal.ts";
import { plusSeconds } from "#base/instant.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { testSecret } from "#test/harness/database.ts";
import { bringMail, mailFrom } from "#test/harness/mail-in.ts";
import { type Body, ok, refusal, type Shop, startPromises } from "#test/harness/promises.ts";
import type { Caller } from "#test/harness/server.ts";
import { casesAnnex } from "./portal.ts";

const { db, url, mail, duties, sending, newShop, setTime, runUntil, now, as } = await startPromises({
  pages: [relayDoor, customerPages(async () => undefined, casesAnnex)],
  api: [...mailboxesApi, ...arrivalsApi, ...attachmentsApi],
});
duties.push(...(arrivalDuties(db, sending.house) as Duty[]), forgetAttachmentsDuty(db) as Duty);

beforeEach(() => {
  setTime("Mon 9:00");
  mail.inbox.length = 0;
});

const png = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(700_000, "the boiler ")]);
const page = "<script>alert(document.cookie)</script>";

/** Marta sends a photo that says what it is, and a page that calls itself one. */
async function photographed() {
  const shop = await newShop();
  const { id, key } = await shop.post("/relays", { address: "hello@ortiz.example" });
  const part = (name: string, type: string, bytes: Buffer) =>
    `--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
    `Content-Transfer-Encoding: base64\r\n\r\n${bytes.toString("base64").replace(/.{76}/g, "$&\r\n")}\r\n`;
  const files = part("../boiler.png", "text/html", png) + part("page.png", "image/png", Buffer.from(page));
  const words = `--b\r\nContent-Type: text/plain\r\n\r\nSee the photo.\r\n${files}--b--`;
  const written = mailFrom("Marta <marta@example.com>", words, { "Content-Type": "multipart/mixed; boundary=b" });
  await bringMail(`${url}/mail/${shop.workspaceId}/${id}`, written, { key: String(key), now: now() });
  await runUntil(now());
  const { items: cases } = (await shop.get("/cases")) as { items: { id: string }[] };
  const caseId = cases[0]?.id ?? "";
  return { shop, caseId, files: await filesIn(shop, caseId) };
}

type FileLine = { id: string; name: string; type: string; bytes: number };

async function filesIn(shop: Shop, caseId: string): Promise<FileLine[]> {
  const { items } = (await shop.get(`/cases/${caseId}/timeline`)) as { items: { attachments: FileLine[] }[] };
  return items.flatMap(({ attachments }) => attachments);
}

async function fetched(shop: Shop, id: string) {
  const headers = { authorization: `Bearer ${shop.apiKey}` };
  const answer = await fetch(`${url}/api/v1/attachments/${id}/content`, { headers });
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** Brings a file to the house as the composer does; gives its id. */
async function added(call: Caller, name: string, bytes: Buffer, type = "text/html"): Promise<string> {
  const { id } = ok(await call("POST", "/attachments", { name, type, bytes: bytes.length })) as { id: string };
  for (let at = 0; at * partBytes < bytes.length; at++) {
    const base64 = bytes.subarray(at * partBytes, (at + 1) * partBytes).toString("base64");
    ok(await call("POST", `/attachments/${id}/parts`, { place: at, base64 }));
  }
  return id;
}

test("what a customer attached is given to staff to be kept, byte for byte, and never as a page", async () => {
  const { shop, files } = await photographed();
  assert.deepEqual(
    files.map(({ type, bytes }) => [type, bytes]),
    [
      ["image/png", png.length],
      ["application/octet-stream", page.length],
    ],
  );
  const photo = await fetched(shop, files[0]?.id ?? "");
  assert.ok(photo.bytes.equals(png));
  assert.equal(photo.headers.get("content-type"), "image/png");
  assert.equal(photo.headers.get("content-length"), String(png.length));
  assert.match(photo.headers.get("content-disposition") ?? "", /^attachment; filename="\.\._boiler\.png"/);
  assert.match(photo.headers.get("content-security-policy") ?? "", /^sandbox;/);
  assert.equal(photo.headers.get("x-content-type-options"), "nosniff");
  const claimed = await fetched(shop, files[1]?.id ?? "");
  assert.deepEqual([claimed.bytes.toString(), claimed.headers.get("content-type")], [page, "application/octet-stream"]);
});

test("another business finds no such file, and whoever may not read customers gets none", async () => {
  const { shop, files } = await photographed();
  const other = await newShop();
  const path = `/attachments/${files[0]?.id}/content`;
  assert.equal(refusal(await other.call("GET", path)), "404 not_found");
  assert.equal((await as(null)("GET", path)).status, 401);
  const { api_key: secret } = await shop.post("/api_keys", { name: "promises", scopes: ["promises:read"] });
  assert.equal(refusal(await as(String(secret))("GET", path)), "403 scope_missing");
});

test("a customer's page has what they sent and were sent, and another's page has it not", async () => {
  const { shop, caseId, files } = await photographed();
  const [ids, otto] = [files.map(({ id }) => id), await shop.newCustomer("Otto Berg", "otto@example.com")];
  const homeOf = async (contactId: string) => {
    const made = await inWorkspace(db, shop.workspaceId, (tx) =>
      makeLink(tx, shop.workspaceId, "machine", contactId, 30, now()),
    );
    return url + urlOf(shop.workspaceId, made, { publicUrl: "", secret: testSecret });
  };
  const [own, his] = [await homeOf(shop.marta.contactId), await homeOf(otto.contactId)];
  assert.match(await (await fetch(`${own}/cases/${caseId}`)).text(), new RegExp(`attachments/${ids[0]}" download`));
  const photo = await fetch(`${own}/attachments/${ids[0]}`);
  assert.ok(Buffer.from(await photo.arrayBuffer()).equals(png));
  assert.match(photo.headers.get("content-security-policy") ?? "", /^sandbox;/);
  assert.equal((await fetch(`${his}/attachments/${ids[0]}`)).status, 404);
  const unsent = await added(shop.call, "offer.pdf", Buffer.from("%PDF-1.7"));
  assert.equal((await fetch(`${own}/attachments/${unsent}`)).status, 404);
});

test("files leave with the message, once, as parts of the mail, and stand in the conversation", async () => {
  const { shop, caseId } = await photographed();
  const offer = await added(shop.call, "Angebot für Marta.pdf", Buffer.from("%PDF-1.7 offer"));
  const empty = await added(shop.call, "empty.txt", Buffer.alloc(0), "text/plain");
  const word = { message: { body: "Here is the offer." }, attachment_ids: [offer, empty] };
  const key = { "idempotency-key": "one" };
  const first = await shop.call("POST", `/cases/${caseId}/statuses`, word, key);
  assert.deepEqual(ok(await shop.call("POST", `/cases/${caseId}/statuses`, word, key)), ok(first));
  assert.equal(refusal(await shop.call("POST", `/cases/${caseId}/statuses`, word)), "409 attachment_gone");
  await runUntil(plusSeconds(now(), 5));
  const sent = mail.inbox.filter(({ text = "" }) => text.includes("Here is the offer."));
  assert.equal(sent.length, 1);
  assert.deepEqual(
    sent[0]?.attachments.map(({ filename, mimeType, content }) => [
      filename,
      mimeType,
      Buffer.from(content as ArrayBuffer).toString(),
    ]),
    [
      ["Angebot für Marta.pdf", "application/pdf", "%PDF-1.7 offer"],
      ["empty.txt", "text/plain", ""],
    ],
  );
  const names = (await filesIn(shop, caseId)).map(({ name }) => name);
  assert.deepEqual(names.slice(0, 2), ["Angebot für Marta.pdf", "empty.txt"]);
  assert.equal((await fetched(shop, offer)).bytes.toString(), "%PDF-1.7 offer");
});

test("what is another's, partial, too large or said on the phone does not leave", async () => {
  const { shop, caseId } = await photographed();
  const send = async (attachment_ids: string[], how: Body = { message: { body: "Here" } }) =>
    refusal(await shop.call("POST", `/cases/${caseId}/statuses`, { ...how, attachment_ids }));
  assert.equal(await send([await added(shop.ben.call, "a.txt", Buffer.from("a"))]), "409 attachment_gone");
  const { id } = await shop.post("/attachments", { name: "b.txt", bytes: 20_000_000 });
  assert.equal(await send([id]), "409 attachment_partial");
  const part = (place: number, base64: string) =>
    shop.call("POST", `/attachments/${id}/parts`, { place, base64 }).then(refusal);
  assert.equal(await part(0, "AAAA"), "422 part_length base64");
  assert.equal(await part(1000, "AAAA"), "422 part_length base64");
  assert.equal(await part(0, "%%%%"), "422 not_base64 base64");
  const large = await shop.call("POST", "/attachments", { name: "c", bytes: 20_000_001 });
  assert.equal(large.status, 422);
  const small = await added(shop.call, "d.txt", Buffer.from("d"));
  assert.equal(await send([small, small]), "422 attached_twice attachment_ids");
  assert.equal(
    await send([small], { told: { channel: "phone", at: now().toString() } }),
    "422 nothing_to_attach_to attachment_ids",
  );
  assert.equal((await shop.ben.call("DELETE", `/attachments/${small}`)).status, 404);
  assert.equal((await shop.call("DELETE", `/attachments/${small}`)).status, 200);
  assert.equal(await send([small]), "409 attachment_gone");
});

test("a file that is never sent is forgotten after a week", async () => {
  const { shop, files } = await photographed();
  const id = await added(shop.call, "a.txt", Buffer.from("a"));
  assert.equal((await fetched(shop, id)).bytes.toString(), "a");
  assert.equal((await shop.ben.call("GET", `/attachments/${id}/content`)).status, 404);
  await runUntil(plusSeconds(now(), 8 * 86_400));
  assert.equal((await shop.call("GET", `/attachments/${id}/content`)).status, 404);
  assert.ok((await fetched(shop, files[0]?.id ?? "")).bytes.equals(png));
});
