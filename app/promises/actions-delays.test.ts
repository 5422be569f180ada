import assert from "node:assert/strict";
import { test } from "node:test";
import { at, clock, refusal, startPromises } from "#test/harness/promises.ts";

const { newShop, setTime, runUntil, mail } = await startPromises();

type Hit = {
  promise_id: string;
  new_due_at: string;
  new_opens_at: string | null;
  language: string;
  message: { body: string };
  problem: { code: string } | null;
};

/** Ana's visits of Monday: Marta between 10 and 12, Otto (in German) between 13 and 15, and Frau Kern, who only has a phone. */
async function scene() {
  setTime("Mon 9:00");
  const shop = await newShop();
  const otto = await shop.newCustomer("Otto Brandt", "otto@example.com", { language: "de" });
  const kern = await shop.newCustomer("Frau Kern", null);
  const visit = (customerId: string, contactId: string, opens: string, due: string) =>
    shop.promise({
      ...{ customer_id: customerId, contact_id: contactId, kind: "visit", text: "Look at the pipes" },
      ...{ opens_at: at(opens), due_at: at(due) },
    });
  const visits = [
    await visit(shop.marta.id, shop.marta.contactId, "Mon 10:00", "Mon 12:00"),
    await visit(otto.id, otto.contactId, "Mon 13:00", "Mon 15:00"),
    await visit(kern.id, kern.contactId, "Mon 15:00", "Mon 16:00"),
  ];
  await visit(otto.id, otto.contactId, "Tue 13:00", "Tue 15:00");
  await shop.promise({ due_at: at("Mon 14:00") });
  const delay = { by: "PT40M", reason: "the first repair takes longer" };
  const preview = async () => (await shop.post("/delays/previews", delay)).items as Hit[];
  return { ...shop, visits, delay, preview };
}

test("before anything is sent one sees whom a delay hits, their new windows, and what each would read", async () => {
  const { preview, visits } = await scene();
  const hits = await preview();
  assert.deepEqual(
    hits.map((hit) => [
      hit.promise_id,
      clock(hit.new_opens_at),
      clock(hit.new_due_at),
      hit.language,
      hit.problem?.code,
    ]),
    [
      [visits[0]?.id, "Mon 10:40", "Mon 12:40", "en", undefined],
      [visits[1]?.id, "Mon 13:40", "Mon 15:40", "de", undefined],
      [visits[2]?.id, "Mon 15:40", "Mon 16:40", "en", "no_address"],
    ],
  );
  assert.match(hits[0]?.message.body ?? "", /^Hello Marta Lindqvist,\n\nI am running about 40 minutes late/);
  assert.match(hits[1]?.message.body ?? "", /^Guten Tag Otto Brandt,\n\nich verspäte mich heute um etwa 40 Minuten/);
});

test("one message tells all whom it hits; whom nothing can be written to is named, so that somebody calls", async () => {
  const { post, story, delay, visits } = await scene();
  const items = visits.map(({ id }) => ({ promise_id: id }));
  const done = await post("/delays", { ...delay, items });
  const moved = done.moved as { id: string; awaiting_told: { to_due_at: string } }[];
  assert.deepEqual(moved.map(({ awaiting_told }) => clock(awaiting_told.to_due_at)).toSorted(), [
    "Mon 12:40",
    "Mon 15:40",
  ]);
  assert.deepEqual(
    (done.not_moved as { promise_id: string; code: string }[]).map(({ promise_id, code }) => [promise_id, code]),
    [[visits[2]?.id, "no_address"]],
  );
  await runUntil("Mon 9:05");
  const told = await story(visits[0]?.id ?? "");
  assert.deepEqual(
    [clock(told.due_at), clock(told.opens_at), told.moves[0]?.notice],
    ["Mon 12:40", "Mon 10:40", "in_time"],
  );
  assert.ok(mail.inbox.some(({ text }) => text?.includes("etwa 40 Minuten")));
});

test("a call that was held counts as the telling, and own words go out as they were written", async () => {
  const { post, story, delay, visits } = await scene();
  const [marta, otto, kern] = visits.map(({ id }) => id);
  const items = [
    { promise_id: kern, told: { channel: "phone", at: at("Mon 9:00") } },
    { promise_id: otto, message: { body: "Lieber Otto, ich komme etwas später." } },
  ];
  const done = await post("/delays", { ...delay, items });
  assert.deepEqual(done.not_moved, []);
  assert.deepEqual(
    [clock((await story(kern ?? "")).due_at), clock((await story(marta ?? "")).due_at)],
    ["Mon 16:40", "Mon 12:00"],
  );
});

test("a visit that would still be too late is left for a new time, and a senseless delay is refused", async () => {
  const { preview, post, delay, visits, call } = await scene();
  setTime("Mon 13:00");
  assert.equal((await preview())[0]?.problem?.code, "due_past");
  const done = await post("/delays", { ...delay, items: [{ promise_id: visits[0]?.id }] });
  assert.deepEqual([done.moved, (done.not_moved as { code: string }[])[0]?.code], [[], "due_past"]);
  assert.equal(refusal(await call("POST", "/delays/previews", { ...delay, by: "PT0S" })), "422 bad_delay by");
});

test("the message of an act stands ready in the reader's language and the member's own tone, and is not sent", async () => {
  const { call, post, promise, get, marta } = await scene();
  const { id } = await promise({ contact_id: marta.contactId });
  const own = "Hi {name}, new time for “{promise}”: {due}.";
  await call("PATCH", "/drafts/own", { name: "move", language: "en", text: own });
  const move = { draft: "move", due_words: "thursday 3pm", reason: "a part is missing" };
  const ready = await post(`/promises/${id}/drafts`, move);
  const { message, letter, problem } = ready as unknown as {
    message: { subject: string; body: string };
    letter: { paragraphs: string[]; answers: string[] };
    problem: null;
  };
  assert.deepEqual(message, {
    subject: "New time: Fix the tap",
    body: "Hi Marta Lindqvist, new time for “Fix the tap”: Thursday 5 March, 15:00.",
  });
  assert.deepEqual([letter.paragraphs.at(-1), letter.answers.length, problem], ["Why: a part is missing", 2, null]);
  const changed = await post(`/promises/${id}/drafts`, { ...move, message: { body: "Own words" } });
  assert.equal((changed.message as { body: string }).body, "Own words");
  assert.deepEqual((await get("/messages")).items, []);
  setTime("Wed 9:00");
  const late = await post(`/promises/${id}/drafts`, { draft: "update", next_word_at: at("Wed 15:00") });
  assert.match((late.message as { body: string }).body, /you are still waiting for this from me/);
  assert.equal(refusal(await call("POST", `/promises/${id}/drafts`, { draft: "move" })), "422 due_missing due_at");
});

test("a member sends a draft to themself, to see it as a customer would", async () => {
  const { post } = await scene();
  const { to, subject } = await post("/drafts/test_mails", {
    name: "running_late",
    language: "de",
    text: "Servus {name}!",
  });
  assert.match(String(subject), /^Neuer Termin/);
  await runUntil("Mon 9:05");
  const mine = mail.inbox.filter(({ envelope }) => envelope.to.includes(String(to)));
  assert.match(mine.at(-1)?.text ?? "", /^Servus Marta Lindqvist!/);
});
