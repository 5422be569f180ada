import { keepArrival, keepTold } from "#app/arrivals/actions-keep.ts";
import { arrivalDuties } from "#app/arrivals/clock.ts";
import { holidaysDuty } from "#app/calendars/clock.ts";
import { hearInCases } from "#app/cases/actions-hear.ts";
import { caseDuties } from "#app/cases/clock.ts";
import { sendDuty } from "#app/messages/clock.ts";
import { forgetAttachmentsDuty } from "#app/messages/clock-attachments.ts";
import { pushDuty } from "#app/messages/clock-pushes.ts";
import { promiseDuties } from "#app/promises/clock.ts";
import type { Endpoint } from "#base/contract.ts";
import { newId } from "#base/id.ts";
import { type Instant, plusSeconds } from "#base/instant.ts";
import { runDue } from "#engine/clock/clock.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { forgetKeysDuty } from "#engine/http/forget-keys.ts";
import { served } from "#served.ts";
import { type ContractHouse, type Furnished, monday } from "./contract-house.ts";
import { account, type IdOf, nameOf, pathOf, sampleOf } from "./contract-sample.ts";
import { testSecret } from "./database.ts";
import { startMailServer } from "./mail-server.ts";
import { browserOf } from "./pushed.ts";
import type { Caller, Reply } from "./server.ts";

/** A deed that is ready to be done, as often as it is asked for under one key. */
export type Deed = { endpoint: Endpoint; ask: () => Promise<Reply> };

/** `call` is how it is asked, where an API key does not do. */
type Prepared = { id?: string; body?: object; query?: object; call?: Caller };

/** Every endpoint with what it needs to succeed, one after the other; and the clock, which makes what is due happen. */
export async function everyDeed({ db, url, setTime }: ContractHouse, shop: Furnished) {
  const mail = await startMailServer();
  const { add, promise, raise, idOf, people } = shop;
  let now = monday;
  const house = { publicUrl: url, secret: testSecret };
  const sending = { db, house, smtpUrl: mail.url, now: () => now, log: () => undefined };
  const duties = [
    ...[sendDuty(sending), ...promiseDuties(db, hearInCases), ...caseDuties(db), ...arrivalDuties(db, house)],
    ...[pushDuty({ db, house, now: () => now }), holidaysDuty(db), forgetKeysDuty(db), forgetAttachmentsDuty(db)],
  ] as Duty[];

  /** It becomes that time, and everything due by then happens. */
  const runUntil = async (to: Instant) => {
    now = to;
    setTime(to);
    await runDue(duties, to);
  };

  const told = { told: { channel: "phone", at: monday.toString() } };
  const act = async (noun: string, body: object, more: object = {}) => {
    const { id } = await promise(more);
    await add(`/promises/${id}/${noun}`, body, "acts");
    return id;
  };
  /** A case of its own to which these things have happened. */
  const lived = async (...acts: [noun: string, body: object][]) => {
    const { id } = await raise();
    for (const [noun, body] of acts) await add(`/cases/${id}/${noun}`, body, "acts");
    return id;
  };
  const done: [noun: string, body: object] = ["completions", { did: "A new seal" }];
  const member = (name: string) =>
    add("/members", { name, email: `${name}@kestrel.example`, role: "member" }, "colleagues");
  const person = (name: string) => add("/customers", { name, kind: "person" }, "persons");
  const contactOf = async (customerId: string) => {
    const { contacts } = (await shop.call("GET", `/customers/${customerId}`)).body as { contacts: { id: string }[] };
    return contacts[0]?.id ?? "";
  };
  const messageOf = async (promiseId: string) => {
    const { items } = (await shop.call("GET", "/messages?limit=200")).body as { items: { id: string; body: string }[] };
    return items.find(({ body }) => body.includes(promiseId))?.id ?? "";
  };
  const written = async () => {
    const { id } = await promise();
    await add(`/promises/${id}/updates`, { message: { body: `about ${id}` } }, "acts");
    return messageOf(id);
  };
  const failed = async () => {
    mail.behave({ is: "refusing", code: 550 });
    const id = await written();
    await runUntil(now);
    mail.behave({ is: "well" });
    return { id };
  };

  /** What was written in a form by something that fills in every field. */
  const doubted = async () => {
    const kept = { name: "Rob", email: "rob@kestrel.example", phone: "", about: newId(), words: "Hi", trap: "x" };
    const raw = Buffer.from(JSON.stringify({ ...kept, language: "en" }));
    const told = { formId: idOf("forms"), via: "form", sid: kept.about, raw } as const;
    await inWorkspace(db, shop.workspaceId, (tx) => keepTold(tx, shop.workspaceId, told, now));
    return setAside();
  };
  /** A mail that does not say who wrote it. */
  const senderless = async () => {
    const raw = Buffer.from(`Subject: ${newId()}\r\n\r\nWho am I?`);
    const where = { mailboxId: idOf("relays"), place: null, recipients: [], receivedAt: null };
    const came = { ...where, raw, bytes: raw.length };
    await inWorkspace(db, shop.workspaceId, (tx) => keepArrival(tx, shop.workspaceId, came, now));
    return { ...(await setAside()), body: { customer_id: idOf("customers") } };
  };
  const setAside = async () => {
    await runUntil(now);
    const { items } = (await shop.call("GET", "/arrivals?state=set_aside")).body as { items: { id: string }[] };
    return { id: items[0]?.id ?? "" };
  };

  /** The one number that there is, or another. */
  const number = async () => {
    const { items } = (await shop.call("GET", "/numbers")).body as { items: { id: string }[] };
    return items[0] ?? (await add("/numbers", account, "other numbers"));
  };

  /** What an endpoint needs beyond a sample of what it takes. */
  const preparing: Record<string, () => Promise<Prepared>> = {
    "POST /members/:id/departures": async () => ({ id: (await member("leaver")).id }),
    "POST /members/:id/hand_overs": async () => ({ body: { to_member_id: shop.memberId } }),
    "POST /members/:id/absences": async () => ({ body: { cover_id: shop.memberId } }),
    "DELETE /absences/:id": async () => ({
      id: (
        await add(`/members/${idOf("members")}/absences`, {
          from_at: "2027-01-04T00:00:00Z",
          until_at: "2027-01-08T00:00:00Z",
        })
      ).id,
    }),
    "DELETE /calendars/:id": async () => ({
      id: (await add("/calendars", { name: "Spare", time_zone: "Europe/Berlin", week: [] }, "spare calendars")).id,
    }),
    "DELETE /mailboxes/:id": async () => ({ id: (await add("/relays", { address: "gone@kestrel.example" })).id }),
    "POST /numbers": async () => {
      await shop.call("DELETE", `/numbers/${(await number()).id}`);
      return {};
    },
    "PATCH /numbers/:id": number,
    "DELETE /numbers/:id": number,
    "DELETE /forms/:id": async () => ({ id: (await add("/forms", { name: "Gone" }, "other forms")).id }),
    "POST /arrivals/:id/releases": doubted,
    "POST /arrivals/:id/filings": senderless,
    "DELETE /calendar_feeds/:id": async () => ({ id: (await add("/calendar_feeds")).id }),
    "POST /push_devices": async () => ({ body: browserOf("another") }),
    "DELETE /push_devices/:id": async () => ({ id: (await add("/push_devices", browserOf("gone"))).id }),
    "DELETE /attachments/:id": async () => ({ id: (await add("/attachments", { name: "gone", bytes: 0 })).id }),
    "DELETE /saved_replies/:id": async () => ({
      id: (await add("/saved_replies", { name: "Gone", language: "en", text: "Gone" }, "gone replies")).id,
    }),
    "DELETE /contacts/:id/addresses": async () => ({ query: { channel: "email", address: "marta@kestrel.example" } }),
    "POST /customers/:id/merges": async () => ({ body: { alias_id: (await person("Twin")).id } }),
    "POST /contacts/:id/merges": async () => ({ body: { alias_id: people.tomId } }),
    "POST /customers/:id/erasures": async () => ({ id: (await person("Passer-by")).id }),
    "POST /contacts/:id/erasures": async () => ({ id: await contactOf((await person("Guest")).id) }),
    "POST /customers/:id/profile": async () => ({ body: { is_shared: false } }),
    "POST /messages/:id/retries": failed,
    "POST /messages/:id/settlements": failed,
    "POST /messages/:id/withdrawals": async () => ({ id: await written() }),
    // What is done already has no due.
    "POST /promises": async () => ({ body: { on_the_spot: false } }),
    "POST /promises/:id/ring_answers": async () => {
      const [made_at, due_at] = [plusSeconds(monday, -3 * 3600), plusSeconds(monday, 600)].map(String);
      const { id } = await promise({ made_at, due_at });
      await runUntil(now);
      return { id };
    },
    "POST /promises/:id/acceptances": async () => ({
      id: await act("hand_ons", { owner_id: shop.memberId }, { owner_id: idOf("members") }),
      body: told,
    }),
    "POST /promises/:id/resumptions": async () => ({ id: await act("hold_ups", { reason: "its key", ...told }) }),
    "POST /promises/:id/verdicts": async () => ({ id: await act("keeps", {}) }),
    "POST /cases/:id/tellings": async () => ({ id: await lived(done) }),
    "POST /cases/:id/askings": async () => ({ id: await lived(done, ["tellings", told]) }),
    "POST /cases/:id/reopenings": async () => ({ id: await lived(["answers", { answer: "satisfied" }]) }),
    "POST /cases/:id/resumptions": async () => ({ id: await lived(["pauses", { reason: "its key", ...told }]) }),
    "POST /cases/:id/voids": async () => ({ id: (await raise({ acknowledge: true })).id }),
    "POST /me/workspace": async () => ({ call: (await shop.signedIn()).browse }),
    "GET /me/sessions": async () => ({ call: (await shop.signedIn()).browse }),
    "DELETE /me/sessions/:id": async () => ({
      id: (await shop.signedIn()).sessionId,
      call: (await shop.signedIn()).browse,
    }),
    "POST /promises/:id/joins": async () => ({ body: { other_id: (await promise()).id } }),
  };

  async function* deeds(): AsyncGenerator<Deed> {
    for (const { endpoint } of served) {
      const { id, body, query, call = shop.call } = (await preparing[nameOf(endpoint)]?.()) ?? {};
      const made = endpoint.path.startsWith("/promises/:id") ? promise : raise;
      const own = id ?? (/^\/(?:promises|cases)\/:id/.test(endpoint.path) ? (await made()).id : null);
      const ids: IdOf = (noun) =>
        idOf(noun === "merges" && endpoint.path.startsWith("/contacts") ? "contact_merges" : noun);
      const all = Object.entries({ ...sampleOf(endpoint, "query", ids), ...query });
      const asked = all.filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]);
      const path = `${pathOf(endpoint, (noun) => own ?? ids(noun))}?${new URLSearchParams(Object.fromEntries(asked))}`;
      const sent = endpoint.body && { ...sampleOf(endpoint, "body", ids), ...body };
      const key = { "idempotency-key": newId() };
      yield { endpoint, ask: () => call(endpoint.method, path, sent, key) };
    }
  }

  return { deeds, runUntil };
}
