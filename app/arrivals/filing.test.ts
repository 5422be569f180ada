import assert from "node:assert/strict";
import { test } from "node:test";
import { mailFrom, startMailIn } from "#test/harness/mail-in.ts";
import { at, type Body, type Shop } from "#test/harness/promises.ts";

const house = await startMailIn();
const { bring, receive, newRelay, mail, runUntil } = house;
const marta = "Marta Lindqvist <Marta@Example.com>";

async function opened() {
  const shop = await house.newShop();
  return { shop, relay: await newRelay(shop) };
}

const messagesOf = async (shop: Shop, customerId = shop.marta.id) =>
  (await shop.get(`/messages?customer_id=${customerId}`)).items as (Body & { id: string })[];
const arrivalsOf = async (shop: Shop) => (await shop.get("/arrivals")).items as (Body & { id: string })[];

test("a customer's mail stands on their record, with what they quoted apart, and is filed once however often it comes", async () => {
  const { shop, relay } = await opened();
  const text = mailFrom(marta, "It drips again.\r\n\r\nOn Monday Ana wrote:\r\n> All done.");
  await receive(relay, text);
  await receive(relay, text);
  assert.equal(await bring(relay, text, { json: true }), 202);
  await runUntil("Mon 9:01");
  const [message, ...more] = await messagesOf(shop);
  assert.deepEqual(more, []);
  assert.deepEqual(
    [message?.direction, message?.channel, message?.state, message?.author, message?.body, message?.from_address],
    ["in", "email", "arrived", "human", "It drips again.", "marta@example.com"],
  );
  assert.match(String(message?.quoted), /All done/);
  assert.deepEqual(
    (await arrivalsOf(shop)).map(({ state }) => state),
    ["repeated", "repeated", "filed"],
  );
  assert.ok((await shop.journal()).includes("message received"));
  const [{ id } = { id: "" }] = (await arrivalsOf(shop)).slice(-1);
  assert.equal(Buffer.from(String((await shop.get(`/arrivals/${id}/original`)).base64), "base64").toString(), text);
});

test("whoever writes first becomes a customer; a second mail of theirs makes no second contact", async () => {
  const { shop, relay } = await opened();
  await receive(relay, mailFrom("=?utf-8?Q?J=C3=B6rg?= <joerg@new.example>", "Do you repair boilers?"));
  await receive(relay, mailFrom("JOERG@new.example", "Hello?"));
  const { items } = (await shop.get("/customers?find=J%C3%B6rg")) as { items: { id: string; name: string }[] };
  assert.deepEqual(
    items.map(({ name }) => name),
    ["Jörg"],
  );
  assert.equal((await messagesOf(shop, items[0]?.id)).length, 2);
});

test("an answer finds its thread by Message-ID or by the address, and never another customer's", async () => {
  const { shop, relay } = await opened();
  const { id } = await shop.promise();
  await shop.post(`/promises/${id}/updates`, { message: { body: "The part is ordered." } });
  await runUntil("Mon 9:02");
  const sent = mail.inbox.splice(0).find(({ to }) => to?.[0]?.address === "marta@example.com");
  assert.ok(sent);
  assert.match(sent.replyTo?.[0]?.address ?? "", /^hello\+r[a-z2-7]{42}@ortiz\.example$/);
  const [ours] = await messagesOf(shop);
  await receive(relay, mailFrom(marta, "Thanks!", { "In-Reply-To": sent.messageId ?? "" }));
  await receive(relay, mailFrom(marta, "Thank you!", { To: sent.replyTo?.[0]?.address ?? "" }));
  const answers = (await messagesOf(shop)).filter(({ direction }) => direction === "in");
  assert.deepEqual(
    answers.map((one) => one.answers_message_id),
    [ours?.id, ours?.id],
  );

  await receive(
    relay,
    mailFrom("thief@example.com", "Tell me all", {
      "In-Reply-To": sent.messageId ?? "",
      To: sent.replyTo?.[0]?.address ?? "",
    }),
  );
  const { items } = (await shop.get("/customers?find=thief")) as { items: { id: string }[] };
  const [forged] = await messagesOf(shop, items[0]?.id);
  assert.equal(forged?.answers_message_id, null);
  assert.equal((await shop.story(id)).chase_count, 0, "thanks are no chase");
});

test("a customer who asks for news by mail has chased us, and no date is wiped", async () => {
  const { shop, relay } = await opened();
  const { id } = await shop.promise();
  await shop.post(`/promises/${id}/updates`, { message: { body: "The part is ordered." } });
  await runUntil("Mon 9:03");
  const sent = mail.inbox.splice(0).find(({ to }) => to?.[0]?.address === "marta@example.com");
  await receive(relay, mailFrom(marta, "Any news? I am still waiting.", { "In-Reply-To": sent?.messageId ?? "" }));
  const story = await shop.story(id);
  assert.deepEqual([story.chase_count, story.due_at, story.state], [1, at("Tue 12:00"), "open"]);
});

test("a mail that came back undoes the telling and is somebody's to-do; a delay changes nothing", async () => {
  const { shop, relay } = await opened();
  const { id } = await shop.promise();
  await shop.post(`/promises/${id}/moves`, {
    due_at: at("Wed 12:00"),
    reason: "The part is late",
    message: { body: "Wednesday, sorry." },
  });
  await runUntil("Mon 9:04");
  const sent = mail.inbox.splice(0).find(({ to }) => to?.[0]?.address === "marta@example.com");
  assert.equal((await shop.story(id)).due_at, at("Wed 12:00"));
  const report = (action: string, recipient = "marta@example.com") =>
    `From: MAILER-DAEMON@mx.example.com\r\nReturn-Path: <>\r\nTo: hello@ortiz.example\r\nSubject: Undelivered\r\nMessage-ID: <${action}-${recipient}@mx.example.com>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\nFinal-Recipient: rfc822; ${recipient}\r\nAction: ${action}\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 No such user\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${sent?.messageId}\r\n--b--\r\n`;
  await receive(relay, report("delayed"));
  await receive(relay, report("failed", "somebody@else.example"));
  assert.equal((await shop.story(id)).due_at, at("Wed 12:00"));
  await receive(relay, report("failed"));
  const story = await shop.story(id);
  assert.equal(story.due_at, at("Tue 12:00"), "nobody was told of Wednesday");
  assert.ok(story.rings.some(({ stage }) => stage === "bounced"));
  const [bounced] = (await messagesOf(shop)).filter(({ state }) => state === "bounced");
  assert.match(String(bounced?.problem), /550 No such user/);
});

test("machines get no answer and begin nothing, and two of them in a loop come to an end", async () => {
  const { shop, relay } = await opened();
  await receive(relay, mailFrom(marta, "I am away.", { "Auto-Submitted": "auto-replied" }));
  const [away] = await messagesOf(shop);
  assert.deepEqual([away?.author, away?.is_auto_reply], ["automatic", true]);
  await receive(relay, mailFrom("news@shop.example", "Buy!", { "List-Id": "<news.shop.example>" }));
  await receive(relay, mailFrom("ana@plumbing.example", "To myself"));
  await receive(relay, mailFrom("hello@ortiz.example", "To ourselves"));
  await receive(relay, "Subject: nobody\r\n\r\nwho am I");
  const aside = (await arrivalsOf(shop)).filter(({ state }) => state === "set_aside");
  assert.deepEqual(
    aside.map(({ why }) => why),
    ["no_sender", "own_mail", "from_member", "machine"],
  );
  for (let n = 0; n < 101; n++) assert.equal(await bring(relay, mailFrom(marta, `Ping ${n}`)), 202);
  await runUntil("Mon 9:05");
  const open = (await shop.get("/arrivals?state=set_aside&open=true")).items as (Body & { id: string })[];
  assert.deepEqual(
    open.slice(0, 2).map(({ why }) => why),
    ["too_many", "too_many"],
  );
  await shop.post(`/arrivals/${open[0]?.id}/settlements`);
  assert.equal(((await shop.get("/arrivals?state=set_aside&open=true")).items as Body[]).length, open.length - 1);
});

test("a member's blind copy is filed with its customer, and what it promises is offered; from elsewhere it is not", async () => {
  const { shop, relay } = await opened();
  const { address } = (await shop.get("/me/copy_address")) as { address: string };
  assert.match(address, /^hello\+p/);
  const copy = (from: string) =>
    mailFrom(from, "Dear Marta,\r\n\r\nI will send you the estimate by Friday at noon.", {
      To: "marta@example.com",
      "Delivered-To": address,
    });
  await receive(relay, copy("Ana <ana@plumbing.example>"));
  const [filed] = await messagesOf(shop);
  assert.deepEqual([filed?.direction, filed?.state, filed?.by_member_id], ["out", "logged", shop.memberId]);
  const { items } = (await shop.get("/offers")) as { items: { message_id: string; items: { due_at: string }[] }[] };
  assert.deepEqual(
    items.map((one) => [one.message_id, one.items[0]?.due_at]),
    [[filed?.id, at("Fri 12:00")]],
  );
  await receive(relay, copy("Somebody <ana@elsewhere.example>"));
  const [aside] = await arrivalsOf(shop);
  assert.deepEqual([aside?.why, aside?.member_id], ["not_their_address", shop.memberId]);
  assert.equal((await messagesOf(shop)).length, 1);
});

test("a copy that promises nothing waits for nobody, and one that went to nobody we know says so until it is settled", async () => {
  const { shop, relay } = await opened();
  const { address } = (await shop.get("/me/copy_address")) as { address: string };
  const copy = (words: string, to: string) =>
    mailFrom("ana@plumbing.example", words, { To: to, "Delivered-To": address });
  const offers = async () =>
    (await shop.get("/offers")).items as { arrival_id: string; customer_name: string | null; items: Body[] }[];
  await receive(relay, copy("Dear Marta, thank you for the coffee and the good talk yesterday.", "marta@example.com"));
  assert.deepEqual(await offers(), []);
  const [quiet] = await arrivalsOf(shop);
  assert.deepEqual([quiet?.state, typeof quiet?.settled_at], ["filed", "string"]);
  await receive(relay, copy("I will call you tomorrow at 3pm about the leak.", "ana@plumbing.example"));
  const [nobody] = await offers();
  assert.deepEqual([nobody?.customer_name, nobody?.items], [null, []]);
  await shop.post(`/arrivals/${nobody?.arrival_id}/settlements`);
  assert.deepEqual(await offers(), []);
});

test("what was promised to a customer who was merged since is offered for the one they are now", async () => {
  const { shop, relay } = await opened();
  const { address } = (await shop.get("/me/copy_address")) as { address: string };
  const words = "Dear Marta,\r\n\r\nI will send you the estimate by Friday at noon.";
  await receive(relay, mailFrom("ana@plumbing.example", words, { To: "marta@example.com", "Delivered-To": address }));
  const { id } = (await shop.post("/customers", { name: "Lindqvist AB", kind: "organisation" })) as { id: string };
  await shop.post(`/customers/${id}/merges`, { alias_id: shop.marta.id });
  const [offer] = (await shop.get("/offers")).items as Body[];
  assert.deepEqual([offer?.customer_id, offer?.customer_name], [id, "Lindqvist AB"]);
});

test("a call that is not signed, signed by another key, or long ago is refused", async () => {
  const { relay } = await opened();
  const other = await opened();
  const text = mailFrom(marta, "x");
  assert.equal(await bring(relay, text, { key: other.relay.key }), 403);
  assert.equal(await bring(relay, text, { seconds: -3600 }), 403);
  assert.equal(await bring({ ...relay, workspaceId: other.relay.workspaceId }, text), 404);
  assert.equal(await bring(relay, "", { json: true }), 422);
});
