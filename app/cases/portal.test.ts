import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { makeLink, urlOf } from "#app/customers/actions-links.ts";
import { customerPages } from "#app/promises/portal.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { testSecret } from "#test/harness/database.ts";
import { at, type Body, type Shop, startPromises } from "#test/harness/promises.ts";
import { casesAnnex } from "./portal.ts";

const { db, newShop, setTime, runUntil, now, url, mail } = await startPromises({
  pages: [customerPages(async () => undefined, casesAnnex)],
});

beforeEach(() => setTime("Mon 9:00"));

/** A contact's own page. */
async function pageOf({ workspaceId }: Shop, contactId: string) {
  const made = await inWorkspace(db, workspaceId, (tx) => makeLink(tx, workspaceId, "machine", contactId, 30, now()));
  const home = url + urlOf(workspaceId, made, { publicUrl: "", secret: testSecret });
  const open = async (path = "") => {
    const answer = await fetch(home + path);
    return { status: answer.status, text: await answer.text() };
  };
  const send = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const answer = await fetch(home + path, { method: "POST", body, redirect: "manual" });
    return { status: answer.status, text: await answer.text(), to: answer.headers.get("location") };
  };
  return { open, send };
}

const casesOf = async (shop: Shop) => ((await shop.get("/cases")) as { items: (Body & { id: string })[] }).items;

test("a customer tells us something on their page, sees who has it and when they hear next, and has the last word", async () => {
  const shop = await newShop();
  const page = await pageOf(shop, shop.marta.contactId);
  assert.match((await page.open()).text, /Tell us something/);
  const form = { key: "one", words: "The tap drips again.\nSince Sunday." };
  const sent = await page.send("/tell-us", form);
  assert.deepEqual([sent.status, sent.to?.endsWith("/cases?done=told")], [303, true]);
  await page.send("/tell-us", form);
  const [made, ...others] = await casesOf(shop);
  assert.deepEqual([others.length, made?.channel, made?.subject], [0, "portal", "The tap drips again."]);
  const id = made?.id ?? "";
  assert.match((await page.open()).text, /What you told us[\s\S]*The tap drips again[\s\S]*One of us takes it on/);

  await shop.post(`/cases/${id}/ownerships`);
  await shop.post(`/cases/${id}/notes`, { body: "Between us: he is in a hurry" });
  const open = (await page.open(`/cases/${id}`)).text;
  assert.match(open, /Ana[^<]*<\/bdi> has it|Ana Lima has it/);
  assert.match(open, /You hear from us by/);
  assert.match(open, /Somebody owns it: [\s\S]*Ana/);
  assert.doesNotMatch(open, /in a hurry/);
  const asked = await page.send(`/cases/${id}/answers`, { answer: "asking", words: "Anything new?" });
  assert.equal(asked.status, 303);
  assert.equal((await casesOf(shop))[0]?.chase_count, 1);
  const manager = await page.send(`/cases/${id}/answers`, { answer: "manager" });
  assert.equal(manager.status, 303);
  assert.equal((await casesOf(shop))[0]?.escalated_by, "customer");

  await shop.post(`/cases/${id}/completions`, { did: "A new seal" });
  await shop.post(`/cases/${id}/tellings`, { told: { channel: "phone", at: at("Mon 9:00") } });
  await runUntil("Mon 9:05");
  assert.match((await page.open(`/cases/${id}`)).text, /A new seal[\s\S]*Are you satisfied\?/);
  assert.match(
    (await page.open(`/cases/${id}?answer=not_satisfied`)).text,
    /<form method="post"[\s\S]*What is still missing/,
  );
  assert.equal((await casesOf(shop))[0]?.state, "told", "opening a link acts on nothing: mail scanners open links");
  await page.send(`/cases/${id}/answers`, { answer: "not_satisfied", words: "It still drips" });
  const [again] = await casesOf(shop);
  assert.deepEqual([again?.state, again?.owner_id], ["open", shop.ana.memberId]);
});

test("what is not theirs is not there, and what cannot be said any more is said so", async () => {
  const shop = await newShop();
  const otto = await shop.newCustomer("Otto Berg", "otto@example.com");
  const { id } = await shop.post("/cases", { customer_id: otto.id, words: "Secret leak", channel: "phone", own: true });
  const [martas, ottos] = [await pageOf(shop, shop.marta.contactId), await pageOf(shop, otto.contactId)];
  assert.equal((await martas.open(`/cases/${id}`)).status, 404);
  assert.equal((await martas.send(`/cases/${id}/answers`, { answer: "satisfied" })).status, 404);
  assert.doesNotMatch((await martas.open("/cases")).text, /Secret leak/);
  const early = await ottos.send(`/cases/${id}/answers`, { answer: "not_satisfied", words: "Hm" });
  assert.equal(early.status, 409);
  assert.match(early.text, /can no longer be said/);
  const long = await ottos.send(`/cases/${id}/answers`, { answer: "asking", words: "x".repeat(4001) });
  assert.deepEqual([long.status, /shorten it to 4,000/.test(long.text)], [422, true]);
  assert.equal((await ottos.send("/tell-us", { words: " " })).status, 422);
});

test("the pages stay light, however many cases there are and however long their words", async () => {
  const shop = await newShop();
  for (let n = 0; n < 12; n++) {
    const raised = {
      customer_id: shop.marta.id,
      words: `${n} ${"long words ".repeat(1500)}`,
      channel: "phone",
      own: true,
    };
    await shop.post("/cases", raised);
    await shop.promise();
  }
  const page = await pageOf(shop, shop.marta.contactId);
  const [last] = await casesOf(shop);
  for (const path of ["", "/cases", `/cases/${last?.id}`, "/tell-us"]) {
    const { text } = await page.open(path);
    assert.ok(Buffer.byteLength(text) < 15_000, `${path}: ${Buffer.byteLength(text)}`);
    assert.doesNotMatch(text, /<script/);
  }
});

test("once it is over they say in one press how it was, once for each end; a low one rings the owner with their words", async () => {
  const shop = await newShop();
  const raised = { customer_id: shop.marta.id, words: "The tap drips", channel: "phone", own: true };
  const { id } = await shop.post("/cases", raised);
  const page = await pageOf(shop, shop.marta.contactId);
  const press = (fields: Record<string, string>) => page.send(`/cases/${id}/pulses`, fields);
  assert.doesNotMatch((await page.open(`/cases/${id}`)).text, /How was it/);
  assert.match(String((await press({ key: "early", expected: "worse" })).to), new RegExp(`/cases/${id}$`));
  const over = async (key: string) => {
    const answered = await page.send(`/cases/${id}/answers`, { key, answer: "satisfied" });
    assert.equal(answered.status, 303);
  };
  await over("first end");
  assert.match((await page.open("/cases?done=satisfied")).text, /How was it, beside what you expected\?/);
  assert.match(String((await press({ key: "nothing" })).to), new RegExp(`/cases/${id}$`));
  const long = await press({ key: "long", expected: "as", feeling: "4", words: "x".repeat(4001) });
  assert.deepEqual([long.status, /shorten it to 4,000/.test(long.text)], [422, true]);
  assert.match(long.text, /value="4" checked[\s\S]*x{4001}/, "what was chosen and typed is still there");
  const low = { key: "low", expected: "worse", feeling: "2", words: "Three visits for one seal" };
  assert.match(String((await press(low)).to), /\?done=pulse$/);
  await press(low);
  assert.match(String((await press({ ...low, key: "again" })).to), new RegExp(`/cases/${id}$`));
  assert.match((await page.open("/cases?done=pulse")).text, /Thank you\. Whoever looked after it reads this\./);
  assert.doesNotMatch((await page.open(`/cases/${id}`)).text, /How was it/);

  type Pulses = { pulses: { expected: string; feeling: number | null; words: string | null }[] };
  const pulses = async () =>
    ((await shop.get(`/cases/${id}`)) as unknown as Pulses).pulses.map((each) => [
      each.expected,
      each.feeling,
      each.words,
    ]);
  assert.deepEqual(await pulses(), [["worse", 2, "Three visits for one seal"]]);
  const journal = await shop.journal();
  assert.deepEqual(journal.slice(-2), ["pulse taken", "member rung"]);
  await runUntil("Mon 9:10");
  const rung = mail.inbox.findLast(({ envelope }) => envelope.to.includes("ana@plumbing.example"));
  assert.match(String(rung?.text), /worse for them than they expected[\s\S]*Three visits for one seal/);

  setTime("Tue 9:00");
  await shop.post(`/cases/${id}/reopenings`, {});
  await over("second end");
  await press({ key: "better", expected: "better" });
  assert.deepEqual((await pulses()).at(-1), ["better", null, null]);
  assert.equal((await shop.journal()).at(-1), "pulse taken", "a good one rings nobody");
  const otto = await shop.newCustomer("Otto Berg", "otto@example.com");
  const ottos = await pageOf(shop, otto.contactId);
  assert.equal((await ottos.send(`/cases/${id}/pulses`, { key: "not his", expected: "worse" })).status, 404);
});
