import assert from "node:assert/strict";
import { hearInCases } from "#app/cases/actions-hear.ts";
import { casesApi } from "#app/cases/api.ts";
import { causesApi } from "#app/cases/api-causes.ts";
import { caseDuties } from "#app/cases/clock.ts";
import { customersApi } from "#app/customers/api.ts";
import { lettersApi } from "#app/letters/api.ts";
import { addMember } from "#app/members/actions.ts";
import { createApiKey } from "#app/members/actions-keys.ts";
import { membersApi } from "#app/members/api.ts";
import type { Role } from "#app/members/member.ts";
import { actorOfKey } from "#app/members/store-keys.ts";
import { messagesApi } from "#app/messages/api.ts";
import { type Sending, sendDuty } from "#app/messages/clock.ts";
import { promisesApi } from "#app/promises/api.ts";
import { tellingApi } from "#app/promises/api-delays.ts";
import { policyPreviewApi } from "#app/promises/api-policy-preview.ts";
import { timelineApi } from "#app/promises/api-timeline.ts";
import { promiseDuties } from "#app/promises/clock.ts";
import { workspacesApi } from "#app/workspaces/api.ts";
import { type Instant, instant } from "#base/instant.ts";
import { runDue } from "#engine/clock/clock.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { type Database, inWorkspace } from "#engine/db/database.ts";
import type { Served } from "#engine/http/call.ts";
import type { Pages } from "#engine/http/pages.ts";
import { freshDatabase, testSecret } from "./database.ts";
import { startMailServer } from "./mail-server.ts";
import { on, wall } from "./promise-life.ts";
import { type Caller, type Reply, startDoors } from "./server.ts";
import { newWorkspace } from "./workspace.ts";

export type Body = Record<string, unknown>;

type Around = { pages?: Pages[]; api?: Served; withCases?: boolean; privateNetworks?: string[] };

/** One database with its doors, its clock and a real mail server, at a time that the test sets; `withCases` or below them. */
export async function startPromises({ pages = [], api = [], withCases = true, privateNetworks = [] }: Around = {}) {
  const { db, owner, app, clock } = await freshDatabase();
  const mail = await startMailServer();
  let now = on("Mon 9:00");
  const house = { publicUrl: "http://localhost:3000", secret: testSecret, privateNetworks };
  const timeouts = { connectSeconds: 3, greetSeconds: 3, silenceSeconds: 3, wholeSeconds: 9 };
  const sending: Sending = { db, house, smtpUrl: mail.url, now: () => now, log: () => undefined, timeouts };
  const ofPromises = withCases ? [...promiseDuties(db, hearInCases), ...caseDuties(db)] : promiseDuties(db);
  const duties: Duty[] = [sendDuty(sending) as Duty, ...ofPromises];
  const served = [
    ...membersApi,
    ...workspacesApi,
    ...customersApi,
    ...lettersApi,
    ...messagesApi,
    ...promisesApi,
    ...tellingApi,
    ...timelineApi,
    ...policyPreviewApi,
    ...api,
    ...casesApi,
    ...causesApi,
  ];
  const { url, as } = await startDoors(db, served, { house, authenticate: actorOfKey, now: () => now, pages });

  /** It is that time, and nothing happens by itself. */
  const setTime = (said: string | Instant) => {
    now = typeof said === "string" ? on(said) : said;
  };
  return {
    db,
    owner,
    app,
    clock,
    mail,
    url,
    as,
    sending,
    duties,
    now: () => now,
    setTime,
    /** It becomes that time, and everything due by then happens at it. */
    runUntil: async (said: string | Instant) => {
      setTime(said);
      await runDue(duties, now);
    },
    newShop: (language = "en") => newShop({ db, as, now }, language),
  };
}

type Opened = { db: Database; as: (key: string | null) => Caller; now: Instant };
export type Shop = Awaited<ReturnType<typeof newShop>>;

/** A business of its own: Ana owns it, Ben works there, and Marta is a customer with a mailbox and a phone. */
async function newShop({ db, as, now }: Opened, language: string) {
  const made = await newWorkspace(db, { now, language });
  const { workspaceId, member: ana } = made;
  const call = as(made.apiKey);

  const post = async (path: string, body: Body = {}): Promise<Body & { id: string }> =>
    ok(await call("POST", path, body)) as Body & { id: string };
  const get = async (path: string): Promise<Body> => ok(await call("GET", path));

  async function newCustomer(name: string, email: string | null, more: Body = {}) {
    const addresses = [
      ...(email ? [{ channel: "email", address: email }] : []),
      { channel: "phone", address: `+49 30 ${Math.floor(Math.random() * 9e6 + 1e6)}` },
    ];
    const contacts = [{ name, preferred_channel: email ? "email" : "phone", addresses }];
    const customer = await post("/customers", { name, kind: "person", contacts, ...more });
    const [contact] = customer.contacts as { id: string }[];
    return { id: customer.id, contactId: contact?.id ?? "" };
  }

  async function newMember(name: string, role: Role = "member") {
    const email = `${name.toLowerCase().replaceAll(" ", ".")}@plumbing.example`;
    const { id, apiKey } = await inWorkspace(db, workspaceId, async (tx) => {
      const { id } = await addMember(tx, workspaceId, "machine", { name, email, role }, now);
      const key = await createApiKey(tx, workspaceId, "machine", { memberId: id, name: "own" }, now);
      return { id, apiKey: key.secret };
    });
    return { id, email, apiKey, call: as(apiKey) };
  }

  const marta = await newCustomer("Marta Lindqvist", "marta@example.com");
  return {
    ...made,
    ana,
    call,
    post,
    get,
    newCustomer,
    newMember,
    marta,
    ben: await newMember("Ben Okoye"),
    /** Ana promises Marta something, by Tuesday noon unless said otherwise. */
    promise: (more: Body = {}) =>
      post("/promises", { customer_id: marta.id, text: "Fix the tap", kind: "fix", due_at: at("Tue 12:00"), ...more }),
    /** The promise with its whole story. */
    story: async (id: string) => (await get(`/promises/${id}`)) as Story,
    /** What the journal of a customer says, oldest first. */
    journal: async (customerId = marta.id) => {
      const { items } = await get(`/customers/${customerId}/journal?limit=200`);
      return (items as { what: string }[]).toReversed().map(({ what }) => what);
    },
  };
}

export type Story = Body & {
  id: string;
  state: string;
  awaiting_told: Body | null;
  moves: (Body & { notice: string | null })[];
  tellings: Body[];
  rings: (Body & { stage: string; member_id: string })[];
  verdicts: Body[];
  warnings: { code: string }[];
};

/** That instant as the API writes it. */
export function at(said: string): string {
  return on(said).toString();
}

/** What an office clock shows at an instant of the API. */
export function clock(said: unknown): string {
  return wall(typeof said === "string" ? instant(said) : null);
}

/** The answer of a call that went well. */
export function ok(reply: Reply): Body {
  assert.ok(reply.status < 300, `${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
}

/** How a call was refused: "409 promise_settled", with the field where one is to blame. */
export function refusal({ status, body }: Reply): string {
  return [status, body.code, body.field].filter((part) => part !== undefined).join(" ");
}
