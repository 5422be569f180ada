import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createCustomer } from "#app/customers/actions.ts";
import { resolvedCustomer } from "#app/customers/store-whole.ts";
import { editWorkspace } from "#app/workspaces/actions.ts";
import { type Instant, instant, plusSeconds } from "#base/instant.ts";
import { runDue, startClock } from "#engine/clock/clock.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { pg } from "#engine/db/types.ts";
import { freshDatabase, testSecret } from "#test/harness/database.ts";
import { startMailServer } from "#test/harness/mail-server.ts";
import { newWorkspace } from "#test/harness/workspace.ts";
import { contactAddressed, queueMessage } from "./actions.ts";
import { retryMessage, settleMessage, withdrawMessage } from "./actions-staff.ts";
import { type Sending, sendDuty } from "./clock.ts";
import { failedFor, findMessage, waitingCount } from "./store.ts";

const { db, owner } = await freshDatabase();
const server = await startMailServer();
const monday = instant("2026-11-23T09:00:00Z");
const house = { publicUrl: "https://word.ortiz.example", secret: testSecret, privateNetworks: ["127.0.0.1"] };
const timeouts = { connectSeconds: 2, greetSeconds: 2, silenceSeconds: 2, wholeSeconds: 8 };
const logged: string[] = [];
let now = monday;
const sending: Sending = {
  db,
  house,
  smtpUrl: server.url,
  now: () => now,
  log: (sentence) => logged.push(sentence),
  timeouts,
};

/** What only the owner of the database can do. */
async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(statement);
  await client.end();
}

beforeEach(async () => {
  await asOwner("delete from messages");
  now = monday;
  server.inbox.length = 0;
  server.calls.count = 0;
  server.behave({ is: "well" });
});

const letter = {
  subject: "New time: the estimate",
  paragraphs: ["You get it by two. – Ana", "The estimate: now by Monday 23 November, 14:00."],
  acts: [{ label: "That is fine", path: "/promises/1/fine" }],
};

async function newBusiness(contact: { name?: string; email?: string | null } = {}) {
  const made = await newWorkspace(db, { name: "Ortiz Heating & Water" });
  const { workspaceId, member } = made;
  const name = contact.name ?? "Marta Lindqvist";
  const email = contact.email === undefined ? "marta@example.com" : contact.email;
  const customer = await inWorkspace(db, workspaceId, async (tx) => {
    const addresses = email ? [{ channel: "email" as const, address: email }] : [];
    const given = { kind: "person" as const, name, contacts: [{ name, addresses }] };
    const { id } = await createCustomer(tx, workspaceId, member, given, monday);
    return resolvedCustomer(tx, workspaceId, id);
  });
  const contactId = customer?.contacts[0]?.id ?? "";
  const customerId = customer?.id ?? "";
  const queue = (author: "human" | "automatic" = "human", words = letter, at: Instant = now) =>
    inWorkspace(db, workspaceId, async (tx) => {
      const to = await contactAddressed(tx, workspaceId, contactId, at);
      return queueMessage(tx, workspaceId, { to, letter: "moved", words, author, byMemberId: made.memberId }, at);
    });
  const find = (id: string) => inWorkspace(db, workspaceId, (tx) => findMessage(tx, workspaceId, id));
  const asMember = <T>(work: (asked: Parameters<typeof retryMessage>[0]) => Promise<T>, id: string) =>
    inWorkspace(db, workspaceId, (tx) => work({ tx, workspaceId, memberId: made.memberId, id, version: null, now }));
  const journal = () =>
    inWorkspace(db, workspaceId, async (tx) => {
      const rows = await tx
        .selectFrom("journal")
        .select("what")
        .where("chain_id", "=", customerId)
        .orderBy("seq")
        .execute();
      return rows.map(({ what }) => what);
    });
  return { ...made, contactId, queue, find, asMember, journal };
}

const run = (at: Instant = now, given: Partial<Sending> = {}) => {
  now = at;
  return runDue([sendDuty({ ...sending, ...given })], at);
};

test("a message goes once, in the member's name, with text, HTML, its own id and the link to the customer's page", async () => {
  const { queue, find, journal } = await newBusiness();
  const id = await queue();
  await run(plusSeconds(monday, 3));
  await run(plusSeconds(monday, 600));
  assert.equal(server.inbox.length, 1);
  const [mail] = server.inbox;
  assert.deepEqual(mail?.from, { name: "Ana Lima, Ortiz Heating & Water", address: "truepenny@word.ortiz.example" });
  assert.deepEqual(mail?.to, [{ name: "Marta Lindqvist", address: "marta@example.com" }]);
  assert.deepEqual(mail?.replyTo, [{ name: "Ana Lima", address: "ana@plumbing.example" }]);
  assert.equal(mail?.messageId, `<${id}@word.ortiz.example>`);
  assert.equal(mail?.date, "2026-11-23T09:00:00.000Z");
  assert.match(mail?.text ?? "", /^You get it by two. – Ana\n\nThe estimate/);
  assert.match(mail?.text ?? "", /That is fine:\nhttps:\/\/word\.ortiz\.example\/c\/[\w-]{64}\/promises\/1\/fine/);
  assert.match(mail?.html ?? "", /<a href="https:\/\/word\.ortiz\.example\/c\/[\w-]{64}\/promises\/1\/fine"/);
  assert.match(mail?.html ?? "", /Ortiz Heating &amp; Water/);
  assert.doesNotMatch(mail?.raw ?? "", /Auto-Submitted/);
  const sent = await find(id);
  assert.equal(sent?.state, "accepted");
  assert.equal(sent.acceptedAt?.toString(), plusSeconds(monday, 3).toString());
  assert.equal(sent.heedAt?.toString(), plusSeconds(monday, 3).toString());
  assert.equal((await journal()).at(-1), "message sent");
});

test("a machine's mail says so in its header, and comes from the business", async () => {
  const { queue } = await newBusiness();
  await queue("automatic");
  await run();
  assert.equal(server.inbox[0]?.from?.name, "Ortiz Heating & Water");
  assert.match(server.inbox[0]?.raw ?? "", /Auto-Submitted: auto-generated/);
});

test("names with umlauts, emoji and line breaks reach the customer as names, and nothing else", async () => {
  const { queue } = await newBusiness({ name: "Jörg 🔧 Größe" });
  await queue("human", { ...letter, subject: "Für Sie\r\nBcc: thief@example.com" });
  await run();
  const [mail] = server.inbox;
  assert.equal(mail?.to?.[0]?.name, "Jörg 🔧 Größe");
  assert.equal(mail?.subject, "Für Sie Bcc: thief@example.com");
  assert.deepEqual(mail?.envelope.to, ["marta@example.com"]);
});

test("while the server is down a message waits with growing delays, and goes when it is up again", async () => {
  const { queue, find } = await newBusiness();
  await server.stop();
  const id = await queue();
  const waits: number[] = [];
  for (let attempt = 0; attempt < 4; attempt++) {
    await run();
    const waiting = await find(id);
    assert.equal(waiting?.state, "queued");
    assert.match(waiting.problem ?? "", /cannot be reached/);
    const next = waiting.nextAttemptAt ?? now;
    waits.push((next.epochMilliseconds - now.epochMilliseconds) / 1000);
    now = next;
  }
  assert.deepEqual(waits, [5, 15, 60, 300]);
  await server.start();
  await run();
  assert.equal(server.inbox.length, 1);
  assert.equal((await find(id))?.problem, null);
});

for (const [sentence, manner] of [
  ["a server that answers 4xx", { is: "refusing", code: 451 }],
  ["a server that hangs", { is: "hanging" }],
  ["a line that is cut while the mail is read out", { is: "cutting" }],
] as const) {
  test(`${sentence} is tried again, until after two days a person is asked`, async () => {
    const { queue, find, workspaceId, memberId } = await newBusiness();
    const id = await queue();
    server.behave(manner);
    await run();
    assert.equal((await find(id))?.state, "queued");
    await asOwner("update messages set attempts = 17");
    await run(plusSeconds(now, 4 * 3600));
    const failed = await find(id);
    assert.equal(failed?.state, "failed");
    assert.notEqual(failed.heedAt, null);
    const todo = await inWorkspace(db, workspaceId, (tx) => failedFor(tx, workspaceId, memberId));
    assert.deepEqual(
      todo.map((one) => one.id),
      [id],
    );
  });
}

test("an address that is refused is somebody's to-do at once: put right and sent again, or settled", async () => {
  const { queue, find, asMember, journal, workspaceId, memberId } = await newBusiness();
  server.behave({ is: "refusing", code: 550 });
  const [id, other] = [await queue(), await queue()];
  await run();
  assert.equal((await find(id))?.state, "failed");
  assert.match((await find(id))?.problem ?? "", /550 No such user here/);
  assert.ok((await journal()).includes("message failed"));
  server.behave({ is: "well" });
  await asMember(retryMessage, id);
  await run();
  const mails = server.inbox.map((mail) => [mail.subject, mail.to?.[0]?.address]);
  assert.ok(mails.some(([subject, to]) => subject === letter.subject && to === "marta@example.com"));
  await asMember(settleMessage, other);
  assert.deepEqual(await inWorkspace(db, workspaceId, (tx) => failedFor(tx, workspaceId, memberId)), []);
  await assert.rejects(asMember(retryMessage, id), { code: "not_failed" });
});

test("the member is told by mail that their message did not arrive", async () => {
  const { queue } = await newBusiness();
  await queue();
  server.behave({ is: "refusing", code: 554, at: "data" });
  const once = sendDuty(sending);
  for (const due of await once.due(now, { workspaceIds: [], ids: [] })) await once.act(due, now);
  server.behave({ is: "well" });
  await run();
  const [mail] = server.inbox;
  assert.equal(mail?.to?.[0]?.address, "ana@plumbing.example");
  assert.equal(mail?.subject, "Not delivered: New time: the estimate");
});

test("a crash between sending and writing it down repeats the same mail under the same Message-ID", async () => {
  const { queue, find } = await newBusiness();
  const id = await queue();
  await asOwner(`create function fall() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$;
    create trigger fall before update on messages for each row when (new.state = 'accepted') execute function fall()`);
  await assert.rejects(run(), /power cut/);
  await asOwner("drop trigger fall on messages; drop function fall");
  assert.equal((await find(id))?.state, "queued");
  await run(plusSeconds(now, 119));
  assert.equal(server.inbox.length, 1, "while the lease lasts nobody else sends it");
  await run(plusSeconds(now, 2));
  assert.equal(server.inbox.length, 2);
  assert.equal(server.inbox[0]?.messageId, server.inbox[1]?.messageId);
  assert.equal((await find(id))?.state, "accepted");
});

test("two processes send nothing twice", async () => {
  const { queue } = await newBusiness();
  for (let count = 0; count < 12; count++) await queue();
  const problems: unknown[] = [];
  const both = [1, 2].map(() =>
    startClock({
      duties: [sendDuty(sending)],
      now: () => now,
      log: (problem) => problems.push(problem),
      pollSeconds: 0.05,
    }),
  );
  await server.waitFor(() => server.inbox.length >= 12, 10_000);
  await Promise.all(both.map((clock) => clock.stop()));
  assert.equal(new Set(server.inbox.map((mail) => mail.messageId)).size, 12);
  assert.equal(server.inbox.length, 12);
  assert.deepEqual(problems, []);
});

test("one workspace's hung server delays no other's mail", async () => {
  const [slow, quick] = [await newBusiness(), await newBusiness()];
  const hung = await startMailServer();
  hung.behave({ is: "hanging" });
  await inWorkspace(db, slow.workspaceId, (tx) =>
    editWorkspace(tx, slow.workspaceId, slow.memberId, { smtpUrl: hung.url }, null, testSecret, now),
  );
  const stuck = await slow.queue();
  await quick.queue();
  const patient = { ...timeouts, greetSeconds: 3, wholeSeconds: 5 };
  const clock = startClock({
    duties: [sendDuty({ ...sending, timeouts: patient })],
    now: () => now,
    log: (problem) => assert.fail(String(problem)),
  });
  await server.waitFor(() => true, 2_000);
  assert.equal((await slow.find(stuck))?.attempts, 1);
  await clock.stop();
  assert.equal(hung.calls.count, 1);
  assert.match((await slow.find(stuck))?.problem ?? "", /did not answer/);
});

test("with no mail server messages wait visibly, the log says so once, and they go when there is one", async () => {
  const { queue, find, workspaceId, memberId } = await newBusiness();
  const id = await queue();
  logged.length = 0;
  const none = sendDuty({ ...sending, smtpUrl: null });
  for (let minute = 0; minute < 3; minute++) await runDue([none], plusSeconds(now, minute * 60));
  const waiting = await find(id);
  assert.deepEqual([waiting?.state, waiting?.attempts, waiting?.problem], ["queued", 0, "no mail server yet"]);
  assert.equal(await inWorkspace(db, workspaceId, (tx) => waitingCount(tx, workspaceId)), 1);
  assert.equal(logged.length, 1);
  await inWorkspace(db, workspaceId, (tx) =>
    editWorkspace(tx, workspaceId, memberId, { smtpUrl: server.url }, null, testSecret, now),
  );
  await run(plusSeconds(now, 300), { smtpUrl: null });
  assert.equal(server.inbox.length, 1);
});

test("a message is taken back while it waits, and not while it is being sent", async () => {
  const { queue, asMember, find } = await newBusiness();
  const [first, second] = [await queue(), await queue()];
  await asMember(withdrawMessage, first);
  await run();
  assert.equal(server.inbox.length, 1);
  assert.equal((await find(first))?.state, "withdrawn");
  await assert.rejects(asMember(withdrawMessage, second), { code: "not_waiting" });
});

test("who has no address is not written to: the refusal says what to do", async () => {
  const { queue } = await newBusiness({ email: null });
  await assert.rejects(queue(), {
    code: "no_address",
    message: "Marta Lindqvist has no e-mail address. Add one, or log the call.",
  });
});

test("an automatic mail waits for the morning of its reader, a person's goes at once", async () => {
  const { queue, find } = await newBusiness();
  const night = instant("2026-11-23T22:30:00Z");
  const [machine, person] = [await queue("automatic", letter, night), await queue("human", letter, night)];
  assert.equal((await find(machine))?.nextAttemptAt?.toString(), "2026-11-24T07:00:00Z");
  assert.equal((await find(person))?.nextAttemptAt?.toString(), "2026-11-23T22:30:00Z");
});

test("nobody sees, retries or settles the message of another workspace", async () => {
  const [mine, theirs] = [await newBusiness(), await newBusiness()];
  const id = await theirs.queue();
  assert.equal(await mine.find(id), undefined);
  await assert.rejects(mine.asMember(retryMessage, id), { kind: "missing" });
  await assert.rejects(mine.asMember(withdrawMessage, id), { kind: "missing" });
  await inWorkspace(db, mine.workspaceId, async (tx) => {
    const forgotten = await tx.selectFrom("messages").select("id").execute();
    assert.deepEqual(forgotten, []);
  });
  await run();
});
