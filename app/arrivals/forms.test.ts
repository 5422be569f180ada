import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { formsApi } from "#app/forms/api.ts";
import { numbersApi } from "#app/numbers/api.ts";
import { plusSeconds } from "#base/instant.ts";
import type { Duty } from "#engine/clock/duty.ts";
import { openForm, sendForm } from "#test/harness/forms.ts";
import { type Body, ok, refusal, type Shop, startPromises } from "#test/harness/promises.ts";
import { arrivalsApi } from "./api.ts";
import { arrivalDuties } from "./clock.ts";
import { formDoor } from "./portal-form.ts";

const house = await startPromises({ pages: [formDoor], api: [...formsApi, ...numbersApi, ...arrivalsApi] });
house.duties.push(...(arrivalDuties(house.db, house.sending.house) as Duty[]));
const { mail, runUntil, setTime } = house;

beforeEach(() => {
  setTime("Mon 9:00");
  mail.inbox.length = 0;
});

type Items = { items: (Body & { id: string })[] };

async function opened(sites: string[] = []) {
  const shop = await house.newShop();
  const form = await shop.post("/forms", { name: "Contact page", sites });
  const url = house.url + new URL(String(form.url)).pathname;
  /** Opens the form, thinks for a minute, and sends it. */
  const write = async (fields: Record<string, string> = {}) => {
    const { stamp } = await openForm(url);
    setTime(plusSeconds(house.now(), 60));
    const answer = await sendForm(url, { stamp, ...fields });
    await runUntil(house.now());
    return answer;
  };
  return { shop, form, url, write };
}

const casesOf = async (shop: Shop) => ((await shop.get("/cases")) as Items).items;
const aside = async (shop: Shop) => ((await shop.get("/arrivals?state=set_aside&open=true")) as Items).items;
const mailsTo = (address: string) => mail.inbox.filter(({ envelope }) => envelope.to.includes(address));

test("what anybody writes becomes a case, acknowledged in their language; sent twice it is one", async () => {
  const { shop, url } = await opened();
  const { page, stamp } = await openForm(url, "de-AT,en;q=0.5");
  assert.match(page, /<html lang="de"/);
  assert.ok(Buffer.byteLength(page) < 15_000, `${page.length}`);
  assert.doesNotMatch(page, /<script|https?:\/\/(?!localhost)/);
  setTime(plusSeconds(house.now(), 30));
  const german = `${url}?language=de`;
  const [first, second] = await Promise.all([sendForm(german, { stamp }), sendForm(german, { stamp })]);
  assert.deepEqual([first?.status, second?.status, first?.to], [303, 303, second?.to]);
  await runUntil(house.now());
  const thanks = await fetch(new URL(first?.to ?? "", house.url));
  assert.match(await thanks.text(), /Danke, es ist da/);
  const [made, ...more] = await casesOf(shop);
  assert.deepEqual([more.length, made?.subject, made?.words, made?.channel], [0, "The tap", "It drips.", "form"]);
  const [received, ...others] = mailsTo("nora@customer.example");
  assert.deepEqual([others.length, received?.subject], [0, "Ihr Anliegen ist da: The tap"]);
  const { items } = (await shop.get("/customers?find=Nora")) as Items;
  assert.deepEqual([items.length, items[0]?.name, items[0]?.language], [1, "Nora Blum", "de"]);
});

test("whom we know by that mail it stands with, as a case of its own, and their record stays as it was", async () => {
  const { shop, write } = await opened();
  await write({ email: "marta@example.com", name: "Somebody Else", phone: "+49 151 7654321" });
  await write({ email: "Marta@Example.com", about: "The tap" });
  const all = await casesOf(shop);
  assert.deepEqual(
    all.map(({ customer_id }) => customer_id),
    [shop.marta.id, shop.marta.id],
  );
  const customer = await shop.get(`/customers/${shop.marta.id}`);
  assert.equal(customer.name, "Marta Lindqvist");
  assert.ok(!JSON.stringify(customer).includes("7654321"));
});

test("what is missing stands beside its field, and what was typed is still there", async () => {
  const { shop, write } = await opened();
  const empty = await write({ name: "", email: "", words: "Please <b>call</b>" });
  assert.equal(empty.status, 422);
  assert.match(empty.page, /id="name-trouble">Please fill this in/);
  assert.match(empty.page, /id="email-trouble">Please leave an e-mail address or a phone number/);
  assert.match(empty.page, /Please &lt;b&gt;call&lt;\/b&gt;<\/textarea>/);
  const wrong = await write({ email: "nora", phone: "abc", words: "x".repeat(4001) });
  for (const said of ["not a mail address", "not a phone number", "Please shorten it"]) {
    assert.match(wrong.page, new RegExp(said));
  }
  assert.deepEqual(await casesOf(shop), []);
});

test("what is too quick, too old or made up is asked for once more, and then it comes", async () => {
  const { shop, url } = await opened();
  const { stamp } = await openForm(url);
  const quick = await sendForm(url, { stamp });
  assert.deepEqual([quick.status, /look it over/.test(quick.page)], [422, true]);
  assert.match(quick.page, new RegExp(`value="${stamp}"`));
  for (const made of ["", "abc", stamp.replace(/.$/, (last) => (last === "A" ? "B" : "A"))]) {
    const old = await sendForm(url, { stamp: made });
    assert.match(old.page, /had been open for long/);
  }
  const other = await shop.post("/forms", { name: "Another" });
  const elsewhere = await sendForm(house.url + new URL(String(other.url)).pathname, { stamp });
  assert.equal(elsewhere.status, 422);
  setTime("Tue 10:00");
  const late = await sendForm(url, { stamp });
  const [, fresh = ""] = /name="stamp" value="([^"]+)"/.exec(late.page) ?? [];
  assert.notEqual(fresh, stamp);
  setTime("Tue 10:01");
  assert.equal((await sendForm(url, { stamp: fresh })).status, 303);
  await runUntil("Tue 10:02");
  assert.equal((await casesOf(shop)).length, 1);
});

test("what looks like spam is thanked for, set aside with the reason, and made a case by one press", async () => {
  const { shop, write } = await opened();
  assert.equal((await write({ website: "https://spam.example" })).status, 303);
  const links = "https://a.example https://b.example https://c.example www.d.example";
  assert.equal((await write({ words: links, email: "links@customer.example" })).status, 303);
  assert.deepEqual([await casesOf(shop), mailsTo("nora@customer.example")], [[], []]);
  const [first, second] = await aside(shop);
  assert.deepEqual([first?.why, second?.why], ["looks_like_spam", "looks_like_spam"]);
  ok(await shop.ben.call("POST", `/arrivals/${second?.id}/releases`));
  await runUntil(house.now());
  assert.equal((await casesOf(shop)).length, 1);
  assert.equal(mailsTo("nora@customer.example").length, 1);
  assert.equal(refusal(await shop.call("POST", `/arrivals/${second?.id}/releases`)), "409 not_releasable");
  assert.deepEqual(
    (await aside(shop)).map(({ id }) => id),
    [first?.id],
  );
});

test("much from one place waits, with what was typed kept; much from one address is set aside", async () => {
  const { shop, url } = await opened();
  const send = async (place: number) => {
    const { stamp } = await openForm(url);
    setTime(plusSeconds(house.now(), 3));
    return sendForm(url, { stamp, words: `Number ${place}` });
  };
  for (let place = 1; place <= 5; place++) assert.equal((await send(place)).status, 303);
  const sixth = await send(6);
  assert.equal(sixth.status, 429);
  assert.match(sixth.page, /Please try again in some minutes[\s\S]*Number 6<\/textarea>/);
  for (let place = 6; place <= 11; place++) {
    setTime(plusSeconds(house.now(), 601));
    assert.equal((await send(place)).status, 303);
    await runUntil(house.now());
  }
  assert.equal((await casesOf(shop)).length, 10);
  assert.deepEqual(
    (await aside(shop)).map(({ why }) => why),
    ["too_many"],
  );
});

test("only sites that are named may show it in a frame; by default none", async () => {
  const { url } = await opened();
  const { headers } = await openForm(url);
  assert.match(headers.get("content-security-policy") ?? "", /frame-ancestors 'none'/);
  assert.equal(headers.get("x-frame-options"), "DENY");
  const framed = await opened(["www.ortiz.example/contact", "https://shop.example:8443"]);
  const shown = await openForm(framed.url);
  const policy = shown.headers.get("content-security-policy") ?? "";
  assert.match(policy, /frame-ancestors https:\/\/www\.ortiz\.example https:\/\/shop\.example:8443$/);
  assert.match(policy, /default-src 'none'.*form-action 'self'/);
  assert.equal(shown.headers.get("x-frame-options"), null);
  for (const site of ["https://a.example; script-src *", "javascript:alert(1)", "https://*.example"]) {
    const { shop, form } = framed;
    assert.equal(refusal(await shop.call("PATCH", `/forms/${form.id}`, { sites: [site] })), "422 bad_site sites");
  }
});

test("a form that is revoked, unknown or too full says so and keeps nothing", async () => {
  const { shop, form, url } = await opened();
  const { stamp } = await openForm(url);
  setTime("Mon 9:05");
  const large = await sendForm(url, { stamp, words: "x".repeat(40_000) });
  assert.deepEqual([large.status, /more than we can take/.test(large.page)], [413, true]);
  ok(await shop.call("DELETE", `/forms/${form.id}`));
  const gone = await sendForm(url, { stamp });
  assert.deepEqual([gone.status, /not here any more/.test(gone.page)], [404, true]);
  assert.equal((await fetch(`${house.url}/form/x/y`)).status, 404);
  assert.deepEqual([(await shop.get("/forms")).items, (await shop.get("/arrivals")).items], [[], []]);
  assert.equal(refusal(await shop.ben.call("POST", "/forms", { name: "Mine" })), "403 scope_missing");
});
