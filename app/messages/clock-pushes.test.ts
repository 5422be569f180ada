import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { plusSeconds } from "#base/instant.ts";
import { runDue } from "#engine/clock/clock.ts";
import { testSecret } from "#test/harness/database.ts";
import { at, type Shop, startPromises } from "#test/harness/promises.ts";
import { browserOf, readPush, startPushService } from "#test/harness/pushed.ts";
import { pushDuty } from "./clock-pushes.ts";

const privateNetworks = ["127.0.0.1"];
const { newShop, runUntil, setTime, now, db } = await startPromises({ privateNetworks });
const service = await startPushService();
const house = { publicUrl: "https://word.ortiz.example", secret: testSecret, privateNetworks };
const duty = pushDuty({ db, house, now });
const push = (seconds = 0) => runDue([duty], plusSeconds(now(), seconds));

beforeEach(() => {
  setTime("Mon 9:00");
  service.came.length = 0;
  service.answer(201);
});

/** A browser of the member whose key it is, at our push service. */
async function allow(shop: Shop, word: string) {
  const reply = await shop.call("POST", "/push_devices", browserOf(word, service.url));
  assert.equal(reply.status, 201, JSON.stringify(reply.body));
  return String(reply.body.id);
}
const devices = async (shop: Shop) =>
  ((await shop.call("GET", "/push_devices")).body as { items: { id: string; pushed_at: string | null }[] }).items;
const told = () =>
  service.came.map(({ path, body }) => readPush(path.slice(1), body) as { title: string; body: string });

test("a ring is pushed to each device of whom it rings, says what it is about, and once is once", async () => {
  const shop = await newShop();
  await allow(shop, "phone");
  await allow(shop, "laptop");
  await shop.promise({ text: "Call about the quote", due_at: at("Mon 17:00"), estimate: "PT2H" });
  await runUntil("Mon 14:00");
  await Promise.all([push(), push()]);
  await push(3600);
  assert.deepEqual(service.came.map(({ path }) => path).toSorted(), ["/laptop", "/phone"]);
  const [first] = told();
  assert.match(first?.title ?? "", /Call about the quote/);
  assert.match(first?.body ?? "", /Call about the quote, for Marta Lindqvist: due/);
  assert.deepEqual(
    (await devices(shop)).map(({ pushed_at }) => pushed_at !== null),
    [true, true],
  );
});

test("rings that go out as one mail are one push, which says how many and the most urgent one", async () => {
  const shop = await newShop();
  await allow(shop, "phone");
  await shop.promise({ text: "The later one", due_at: at("Mon 16:05"), estimate: "PT2H" });
  await shop.promise({ text: "The urgent one", due_at: at("Mon 16:02"), estimate: "PT2H" });
  await shop.promise({ text: "The first one", due_at: at("Mon 16:00"), estimate: "PT2H" });
  for (const minute of ["00", "02", "05", "10"]) await runUntil(`Mon 13:${minute}`);
  await push();
  const more = told().find(({ title }) => title.startsWith("2 promises"));
  assert.match(more?.body ?? "", /^The urgent one/);
});

test("a device where nobody is any more goes by itself", async () => {
  const shop = await newShop();
  await allow(shop, "phone");
  service.answer(410);
  await shop.promise({ due_at: at("Mon 17:00"), estimate: "PT2H" });
  await runUntil("Mon 14:00");
  await push();
  assert.deepEqual(await devices(shop), []);
  await push(3600);
  assert.equal(service.came.length, 1);
});

test("a push service that is down is tried a few times and then left, since the mail has said it", async () => {
  const shop = await newShop();
  await allow(shop, "phone");
  service.answer(503);
  await shop.promise({ due_at: at("Mon 17:00"), estimate: "PT2H" });
  await runUntil("Mon 14:00");
  await push();
  await push();
  assert.equal(service.came.length, 1);
  for (let seconds = 60; seconds < 7200; seconds += 1000) await push(seconds);
  assert.equal(service.came.length, 5);
  assert.equal((await devices(shop)).length, 1);
});

test("what was to ring one member is not shown to the next who allows it in the same browser", async () => {
  const shop = await newShop();
  await allow(shop, "phone");
  await shop.promise({ due_at: at("Mon 17:00"), estimate: "PT2H" });
  await runUntil("Mon 14:00");
  const bens = shop.ben.call;
  assert.equal((await bens("POST", "/push_devices", browserOf("phone", service.url))).status, 201);
  await push();
  assert.equal(service.came.length, 0);
  assert.deepEqual(await devices(shop), []);
});

test("a device is taken away by its member alone, and is then pushed no more", async () => {
  const shop = await newShop();
  const id = await allow(shop, "phone");
  const bens = shop.ben.call;
  assert.equal((await bens("DELETE", `/push_devices/${id}`)).status, 404);
  await shop.promise({ due_at: at("Mon 17:00"), estimate: "PT2H" });
  await runUntil("Mon 14:00");
  assert.equal((await shop.call("DELETE", `/push_devices/${id}`)).status, 200);
  await push();
  assert.equal(service.came.length, 0);
});

test("an address that cannot be pushed and a key that is none are refused at the door", async () => {
  const shop = await newShop();
  const allowing = async (change: object) => {
    const { status, body } = await shop.call("POST", "/push_devices", { ...browserOf("x"), ...change });
    return [status, body.code];
  };
  for (const endpoint of ["ftp://push.example/x", "https://me:pw@push.example/x", "nowhere"]) {
    assert.deepEqual(await allowing({ endpoint }), [422, "endpoint_unfit"], endpoint);
  }
  assert.deepEqual(await allowing({ p256dh: `B${"A".repeat(86)}` }), [422, "push_key_unfit"]);
});
