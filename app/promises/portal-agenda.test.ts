import assert from "node:assert/strict";
import { test } from "node:test";
import { at, ok, refusal, startPromises } from "#test/harness/promises.ts";
import { agendaPages } from "./portal-agenda.ts";

const { newShop, setTime, url } = await startPromises({ pages: [agendaPages] });

async function scene() {
  setTime("Mon 9:00");
  const shop = await newShop();
  const made = await shop.post("/calendar_feeds");
  const address = String(made.url).replace(/^.*(?=\/calendar\/)/, url);
  const read = async (headers: Record<string, string> = {}) => {
    const answer = await fetch(address, { headers });
    // A long line is folded; what reads it unfolds it first.
    return { status: answer.status, headers: answer.headers, text: (await answer.text()).replaceAll("\r\n ", "") };
  };
  return { ...shop, made, address, read };
}

test("what a member promised stands in the calendar of their phone and rings when they would be rung", async () => {
  const { promise, read, marta } = await scene();
  await promise({ text: "Fix the tap; bring a sieve, please", due_at: at("Mon 17:00") });
  await promise({
    kind: "visit",
    text: "Look at the pipes",
    opens_at: at("Tue 10:00"),
    due_at: at("Tue 12:00"),
    contact_id: marta.contactId,
  });
  const { status, headers, text } = await read();
  assert.deepEqual([status, headers.get("content-type")], [200, "text/calendar; charset=utf-8"]);
  const [, tap = "", pipes = ""] = text.split("BEGIN:VEVENT");
  assert.match(tap, /SUMMARY:Fix the tap\\; bring a sieve\\, please · Marta Lindqvist/);
  assert.match(tap, /DTSTART:20260302T154500Z\r\nDTEND:20260302T160000Z/);
  assert.match(pipes, /DTSTART:20260303T090000Z\r\nDTEND:20260303T110000Z/);
  // Eight hours ahead: the first ring two hours before, the second at 0.4 of that, and at the due itself.
  assert.deepEqual(
    [...tap.matchAll(/TRIGGER;RELATED=END:(\S+)/g)].map(([, trigger]) => trigger),
    ["-PT2H", "-PT48M", "PT0S"],
  );
  assert.match(tap, /TRANSP:TRANSPARENT/);
  assert.match(pipes, /TRANSP:OPAQUE/);
});

test("what is settled or belongs to others is not in it", async () => {
  const { promise, post, read, ben, ana } = await scene();
  const { id } = await promise();
  await promise({ owner_id: ben.id, text: "Ben's own" });
  await promise({ owner_id: ben.id, handler_id: ana.memberId, text: "Done for Ben" });
  assert.match((await read()).text, /Fix the tap/);
  await post(`/promises/${id}/keeps`);
  const { text } = await read();
  assert.match(text, /Done for Ben/);
  assert.doesNotMatch(text, /Fix the tap|Ben's own/);
});

test("a phone that has it already is told so, until something changes", async () => {
  const { promise, read, get } = await scene();
  await promise();
  const etag = (await read()).headers.get("etag") ?? "";
  assert.equal((await read({ "if-none-match": etag })).status, 304);
  setTime("Mon 9:20");
  assert.equal((await read({ "if-none-match": etag })).status, 304);
  await promise({ text: "another" });
  assert.equal((await read({ "if-none-match": etag })).status, 200);
  const { items } = (await get("/calendar_feeds")) as { items: { read_at: string }[] };
  assert.deepEqual(
    items.map(({ read_at }) => read_at),
    [at("Mon 9:00")],
  );
});

test("the address is shown once, a new one ends the old, and one that was taken back opens nothing", async () => {
  const { read, post, call, made, address, ben } = await scene();
  assert.equal(refusal(await ben.call("DELETE", `/calendar_feeds/${made.id}`)), "404 not_found");
  assert.equal((await read()).status, 200);
  const next = await post("/calendar_feeds");
  assert.equal((await read()).status, 404);
  ok(await call("DELETE", `/calendar_feeds/${next.id}`));
  const other = String(next.url).replace(/^.*(?=\/calendar\/)/, url);
  assert.equal((await fetch(other)).status, 404);
  for (const wrong of [address.slice(0, -5), `${address.slice(0, -5)}A.ics`, `${url}/calendar/x.ics`]) {
    assert.equal((await fetch(wrong)).status, 404, wrong);
  }
});

test("whoever asks without end is told to wait", async () => {
  const { read } = await scene();
  let last = await read();
  for (let n = 0; n < 70 && last.status === 200; n++) last = await read();
  assert.equal(last.status, 429);
  assert.ok(Number(last.headers.get("retry-after")) > 0);
});
