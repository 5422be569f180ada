import assert from "node:assert/strict";
import { keepArrival } from "#app/arrivals/actions-keep.ts";
import { makeLink, urlOf } from "#app/customers/actions-links.ts";
import { addMember, leave } from "#app/members/actions.ts";
import { createApiKey } from "#app/members/actions-keys.ts";
import type { Role } from "#app/members/member.ts";
import type { Scope } from "#base/contract.ts";
import { type Instant, instant, plusSeconds } from "#base/instant.ts";
import { inWorkspace, type Tx } from "#engine/db/database.ts";
import { pg } from "#engine/db/types.ts";
import { lobby, pages, served } from "#served.ts";
import { account, type IdOf } from "./contract-sample.ts";
import { freshDatabase, testSecret } from "./database.ts";
import { browserOf } from "./pushed.ts";
import { type Caller, startDoors } from "./server.ts";
import { giveWayIn, signIn } from "./signed-in.ts";
import { newWorkspace } from "./workspace.ts";

/** A Monday: Berlin is at work. */
export const monday = instant("2026-11-23T09:00:00Z");

export type ContractHouse = Awaited<ReturnType<typeof openContractHouse>>;
export type Furnished = Awaited<ReturnType<ContractHouse["furnish"]>>;

/** Everything that the house serves, on a database of its own; `furnish` makes a business with one of each thing in it. */
export async function openContractHouse() {
  const { db, owner } = await freshDatabase();
  const admin = new pg.Client(owner);
  // It ends with its database, which is dropped after the tests.
  admin.on("error", () => undefined);
  await admin.connect();
  const logged: string[] = [];
  const limits = { failedTries: { most: 1e9, perSeconds: 60 }, callsPerKey: { most: 1e9, perSeconds: 10 } };
  let now = monday;
  const { url, as } = await startDoors(db, served, { pages, lobby, now: () => now, limits, logged });
  const setTime = (to: Instant) => {
    now = to;
  };

  /** All that is kept of a workspace, as one short text per table. */
  async function heldBy(workspaceId: string): Promise<Record<string, string>> {
    const { rows: tables } = await admin.query<{ name: string }>(tablesOfWorkspaces);
    const digest = ({ name }: { name: string }) =>
      `select '${name}' as name, count(*) || ' ' || md5(coalesce(string_agg(t::text, '' order by t::text), '')) as held
       from ${name} t where workspace_id = '${workspaceId}'`;
    const { rows } = await admin.query<{ name: string; held: string }>(tables.map(digest).join(" union all "));
    return Object.fromEntries(rows.map(({ name, held }) => [name, held]));
  }

  /** A business whose every text has this word in it. */
  async function furnish(word: string) {
    const made = await newWorkspace(db, { name: `${word} Plumbing` });
    const { workspaceId } = made;
    const call = as(made.apiKey);
    const ids: Record<string, string[]> = { members: [made.memberId] };
    const keep = (noun: string, id: unknown) => {
      ids[noun] = [...(ids[noun] ?? []), String(id)];
    };
    const add = async (path: string, body: object = {}, noun = path.split("/").at(-1) ?? "") => {
      const { status, body: answer } = await call("POST", path, body);
      assert.ok(status < 300, `${path}: ${status} ${JSON.stringify(answer)}`);
      keep(noun, answer.id);
      return answer as Record<string, unknown> & { id: string };
    };

    const within = <T>(work: (tx: Tx) => Promise<T>) => inWorkspace(db, workspaceId, work);
    const member = (name: string, role: Role) =>
      within((tx) =>
        addMember(tx, workspaceId, "machine", { name, email: `${name}@${word}.example`.toLowerCase(), role }, monday),
      );
    const keyFor = (memberId: string, more: { scopes?: Scope[]; expiresAt?: Instant } = {}, now = monday) =>
      within((tx) => createApiKey(tx, workspaceId, "machine", { memberId, name: word, ...more }, now));

    const [viewer, ben, gina, sid] = [
      await member("Vera", "viewer"),
      await member("Ben", "member"),
      await member("Gina", "member"),
      await member("Sid", "member"),
    ];
    const keys = {
      viewer: (await keyFor(viewer.id)).secret,
      member: (await keyFor(ben.id)).secret,
      left: (await keyFor(gina.id)).secret,
      expired: (await keyFor(made.memberId, { expiresAt: plusSeconds(monday, -60) }, plusSeconds(monday, -3600)))
        .secret,
    };
    await within((tx) => leave(tx, workspaceId, "machine", gina.id, monday));
    await giveWayIn(db, workspaceId, sid);
    /** Sid's browser, in which he has signed in anew: how it calls, and the id of its session. */
    const signedIn = async () => {
      await db.auth.deleteFrom("auth.tries").execute();
      const { headers } = await signIn(url, sid.email);
      const browse: Caller = (method, path, body, more) => as(null)(method, path, body, { ...headers, ...more });
      return { browse, sessionId: String((await browse("GET", "/me")).body.session_id) };
    };
    ids.workspaces = [workspaceId];
    ids.sessions = [(await signedIn()).sessionId];
    const revoked = await add("/api_keys", { name: word });
    const spare = await add("/api_keys", { name: word });
    await call("DELETE", `/api_keys/${revoked.id}`);
    ids.api_keys = [spare.id];

    const week = [{ weekday: 1, from: "09:00", to: "17:00" }];
    await add("/calendars", { name: `${word} van`, time_zone: "Europe/Berlin", week });
    ids.members = [ben.id];
    await add("/teams", { name: `${word} team`, member_ids: [ben.id] });
    await add("/invitations", { name: `${word} Ida`, email: `ida@${word}.example`.toLowerCase(), role: "viewer" });
    const away = { from_at: "2027-12-01T00:00:00Z", until_at: "2027-12-08T00:00:00Z" };
    await add(`/members/${ben.id}/absences`, away);

    const person = (name: string, preferred_channel = "email") => {
      const address = `${name}@${word}.example`.replaceAll(" ", ".").toLowerCase();
      return { name: `${name} ${word}`, preferred_channel, addresses: [{ channel: "email", address }] };
    };
    const customer = async (name: string, ...more: string[]) => {
      const contacts = [person(name), ...more.map((other) => person(other))];
      const { id, contacts: made } = await add("/customers", { name: `${name} ${word}`, kind: "person", contacts });
      return { id, contactIds: (made as { id: string }[]).map(({ id }) => id) };
    };
    const marta = await customer("Marta", "Tom", "Twin");
    const otto = await customer("Otto", "Olga");
    const [contactId = "", tomId = "", twinId = ""] = marta.contactIds;
    ids.contacts = [contactId];
    const alias = await customer("Alias");
    ids.customers = [marta.id];
    ids.aliases = [otto.id];
    keep("merges", (await call("POST", `/customers/${marta.id}/merges`, { alias_id: alias.id })).body.id);
    keep("contact_merges", (await call("POST", `/contacts/${contactId}/merges`, { alias_id: twinId })).body.id);
    await add("/calendar_feeds");
    await add("/push_devices", browserOf(word));
    await add("/views", { of: "customers", name: `${word} regulars`, filters: { tag: word }, shared: true });
    await add(`/customers/${marta.id}/profile`, { topic: "their_pain", text: `${word} leaks`, is_shared: true });
    await add("/messages", { contact_id: contactId, direction: "in", channel: "phone", body: `${word} rang` });
    await add("/saved_replies", { name: `${word} hours`, language: "en", text: `${word} is here from nine` });
    const file = await add("/attachments", { name: `${word}.txt`, bytes: word.length });
    await call("POST", `/attachments/${file.id}/parts`, { place: 0, base64: btoa(word) });
    await call("PATCH", "/policies", { settings: { kinds: ["inspection"] } });
    await add("/mailboxes", { address: `help@${word}.example`, host: "127.0.0.1", password: word });
    await add("/relays", { address: `relay@${word}.example` });
    await add("/numbers", { ...account, number: `+4930${1_000_000 + word.length}` });
    await add("/forms", { name: `${word} page` });
    const raw = Buffer.from(`From: ${word}@example.com\r\nSubject: ${word}\r\n\r\n${word}`);
    const came = {
      mailboxId: ids.relays?.[0] ?? "",
      place: null,
      raw,
      bytes: raw.length,
      recipients: [],
      receivedAt: null,
    };
    await within((tx) => keepArrival(tx, workspaceId, came, monday));
    const { items } = (await call("GET", "/arrivals")).body as { items: { id: string }[] };
    keep("arrivals", items[0]?.id);
    await call("PATCH", "/policies", { scope: "customer", name: marta.id, settings: { link_days: 77 } });

    const given = { customer_id: marta.id, contact_id: contactId, kind: "fix", text: `${word} tap` };
    const promise = (more: object = {}) => add("/promises", { ...given, due_at: "2026-11-24T12:00:00Z", ...more });
    await promise();
    await add("/promise_series", { ...given, every: "week", first_due_at: "2026-11-27T12:00:00Z" });
    const group = {
      customer_ids: [marta.id, otto.id],
      text: `${word} all`,
      kind: "fix",
      due_at: "2026-11-27T12:00:00Z",
    };
    keep("groups", (await call("POST", "/promise_groups", group)).body.group_id);

    /** What Marta raised in Berlin's morning; what came by itself waits for a person's first word. */
    const raise = (more: object = {}) => {
      const raised = { customer_id: marta.id, contact_id: contactId, words: `${word} drips`, channel: "form" };
      return add("/cases", { ...raised, own: true, raised_at: monday.toString(), ...more });
    };
    const raised = await raise({ acknowledge: true });
    keep("causes", (await add(`/cases/${raised.id}/causes`, { text: `${word} pipe` }, "acts")).cause_id);
    await add(`/cases/${raised.id}/hand_ons`, { handler_id: ben.id }, "acts");
    await add(`/cases/${(await raise()).id}/answers`, { answer: "satisfied", words: `${word} is dry` }, "acts");

    /** The path of a contact's page, as the letter to them has it. */
    const link = async (whose: string, days = 30, now = monday) => {
      const made = await within((tx) => makeLink(tx, workspaceId, "machine", whose, days, now));
      return urlOf(workspaceId, made, { publicUrl: "", secret: testSecret });
    };
    const idOf: IdOf = (noun) => {
      const found = ids[noun]?.[0];
      assert.ok(found, `the furnished house has no ${noun}`);
      return found;
    };
    const people = { contactId, tomId, otherContactId: otto.contactIds[0] ?? "", viewerId: viewer.id };
    const more = { promise, raise, add, signedIn, link, keyFor, within, heldBy: () => heldBy(workspaceId) };
    return { ...made, word, call, ids, idOf, people, keys: { ...keys, revoked: String(revoked.api_key) }, ...more };
  }

  return { db, owner, admin, url, as, logged, furnish, setTime };
}

const tablesOfWorkspaces = `
  select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and column_name = 'workspace_id' and table_type = 'BASE TABLE' order by 1`;
