import assert from "node:assert/strict";
import { describe, test } from "node:test";
import Fastify from "fastify";
import { acts } from "#app/promises/page-acts.ts";
import { plusSeconds } from "#base/instant.ts";
import { newSecret } from "#base/token.ts";
import { turnstile } from "#engine/http/turnstile.ts";
import { openLog } from "#engine/log.ts";
import { pages } from "#served.ts";
import { monday, openContractHouse } from "#test/harness/contract-house.ts";
import { testSecret } from "#test/harness/database.ts";

type Route = { method: string; url: string };
type Came = { status: number; to: string | null; text: string };

const { db, admin, url, furnish } = await openContractHouse();
const ours = await furnish("Kestrel");
const theirs = await furnish("Puffin");
const { contactId, tomId, otherContactId } = ours.people;
const promiseId = ours.idOf("promises");
const caseId = ours.idOf("cases");
const own = await ours.link(contactId);
/** A file that went with a word in a case of hers. */
const { id: attachmentId } = await ours.add("/attachments", { name: "Kestrel.txt", bytes: 0 });
await ours.add(
  `/cases/${caseId}/statuses`,
  { message: { body: "See the file" }, attachment_ids: [attachmentId] },
  "acts",
);

/** Who comes by a link that is none, or opens no more; what they may hear is that, and nothing of the business. */
const shut: [who: string, link: string, status: number][] = [
  ["a link that has run out", await ours.link(contactId, 1, plusSeconds(monday, -86_400)), 410],
  ["a link that was revoked", await revoked(), 410],
  ["no such link", "/c/nothing", 404],
  ["chance", `/c/${newSecret()}${newSecret().slice(0, 21)}`, 404],
  ["a link with one letter changed", own.slice(0, -2) + (own.at(-2) === "A" ? "B" : "A") + own.slice(-1), 404],
  ["a link with one letter less", own.slice(0, -1), 404],
  ["a link of ours in another workspace", moved(own, theirs.workspaceId), 404],
];

/** Who is a guest elsewhere: their own page is theirs, our promise is not there. */
const guests: [who: string, link: string, notTheirs: RegExp][] = [
  ["another customer", await ours.link(otherContactId), /Kestrel tap|Marta|Tom/],
  ["a colleague to whom it is not shared", await ours.link(tomId), /Kestrel tap|marta@|Otto/],
  ["a customer of another business", await theirs.link(theirs.people.contactId), /Kestrel/i],
];

const before = await thePromise();
const routes = (await routesOf()).filter(({ url }) => url.includes(":token"));
const asked = routes.flatMap(({ method, url }) =>
  url.includes(":act") ? acts.map((act) => ({ method, url: url.replace(":act", act) })) : [{ method, url }],
);
let tried = 0;

describe("through a link that does not open nobody comes in", () => {
  for (const route of asked) {
    test(`${route.method} ${route.url}`, async () => {
      for (const [who, link, status] of shut) {
        const came = await ask(route, link);
        const expected =
          leadsHome(route) && status === 410 ? 303 : renews(route) && who.endsWith("run out") ? 200 : status;
        assert.equal(came.status, expected, who);
        assert.ok(came.to === null || came.to.startsWith(`${link}/`), `${who} is led to ${came.to}`);
        assert.doesNotMatch(came.text, /Kestrel (?!Plumbing)|Marta|tap|Ana/, who);
        tried++;
      }
    });
  }
});

describe("a guest of somebody else finds nothing of ours", () => {
  for (const route of asked) {
    test(`${route.method} ${route.url}`, async () => {
      for (const [who, link, notTheirs] of guests) {
        const { status, text } = await ask(route, link);
        if (route.url.includes(":id") && !leadsHome(route)) assert.equal(status, 404, who);
        assert.ok(status < 500, who);
        assert.doesNotMatch(text, notTheirs, who);
        tried++;
      }
    });
  }
});

test("no cell was left out, and the promise stands as it stood", async () => {
  assert.ok(asked.length > 20, `${asked.length} ways to ask`);
  assert.equal(tried, asked.length * (shut.length + guests.length));
  assert.deepEqual(await thePromise(), before);
});

test("with the right link each way opens, so that the refusals above mean something", async () => {
  for (const route of asked) {
    const { status } = await ask(route, own);
    assert.ok(status < 400 || status === 409 || status === 422, `${route.method} ${route.url}: ${status}`);
  }
});

async function ask({ method, url: path }: Route, link: string): Promise<Came> {
  const answer = await fetch(url + path.replace("/c/:token", link).replace(":id", idIn(path)), {
    method,
    redirect: "manual",
    ...(method === "POST" && {
      body: new URLSearchParams({ words: "mine", outcome: "not_kept", channel: "email", answer: "asking" }),
    }),
  });
  return { status: answer.status, to: answer.headers.get("location"), text: await answer.text() };
}

/** Of what this way speaks. */
function idIn(path: string): string {
  if (path.includes("/attachments/")) return attachmentId;
  return path.includes("/cases/") ? caseId : promiseId;
}

/** All that is kept of it, with what was said about it. */
async function thePromise() {
  const { rows } = await admin.query(
    `select p::text, (select count(*) from verdicts where promise_id = p.id), (select count(*) from tellings where promise_id = p.id)
     from promises p where id = $1`,
    [promiseId],
  );
  assert.equal(rows.length, 1);
  return rows;
}

/** Whoever reloads an answer that was sent is led to the page it was sent from, which decides. */
function leadsHome({ method, url }: Route): boolean {
  return method !== "POST" && acts.some((act) => url.endsWith(`/${act}`));
}

function renews({ url }: Route): boolean {
  return url.endsWith("/renewals");
}

/** Every way that `pages` hangs in, asked of the router itself, so that a new one is covered on its first day. */
async function routesOf(): Promise<Route[]> {
  const app = Fastify();
  const found: Route[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    found.push(...[method].flat().map((one) => ({ method: String(one), url })));
  });
  const house = { publicUrl: url, secret: testSecret };
  const guesses = turnstile({ most: 1, perSeconds: 1 });
  for (const hang of pages) hang(app, { db, house, now: () => monday, log: openLog("error"), turnstile: guesses });
  await app.ready();
  await app.close();
  return found;
}

/** Revoking closes every link that a contact has by then. */
async function revoked(): Promise<string> {
  const link = await ours.link(otherContactId);
  await ours.call("DELETE", `/contacts/${otherContactId}/links`);
  return link;
}

/** The same link under another workspace's id. */
function moved(link: string, workspaceId: string): string {
  const bytes = Buffer.from(link.slice("/c/".length), "base64url");
  Buffer.from(workspaceId.replaceAll("-", ""), "hex").copy(bytes);
  return `/c/${bytes.toString("base64url")}`;
}
