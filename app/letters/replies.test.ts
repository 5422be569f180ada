import assert from "node:assert/strict";
import { test } from "node:test";
import { ok, refusal, startPromises } from "#test/harness/promises.ts";
import { repliesApi } from "./api-replies.ts";
import { firstNameOf, placesLeft } from "./reply.ts";

const { newShop, setTime } = await startPromises({ api: repliesApi });
setTime("Mon 9:00");

const hours = { name: "Opening hours", language: "en", text: "Dear {first_name}, we are here from nine." };

test("the house's replies are seen by all and written by admins; one's own is one's own", async () => {
  const shop = await newShop();
  const { ben } = shop;
  const { id, version } = await shop.post("/saved_replies", hours);
  const own = ok(await ben.call("POST", "/saved_replies", { ...hours, name: "Mine", own: true }));
  assert.equal(refusal(await ben.call("POST", "/saved_replies", hours)), "403 replies_of_the_house");
  const edit = (text: string, by = shop.call, seen = version) =>
    by("PATCH", `/saved_replies/${id}`, { text }, { "if-match": `"${seen}"` });
  assert.equal(refusal(await edit("Mine now", ben.call)), "403 replies_of_the_house");
  assert.equal(ok(await edit("From ten.")).text, "From ten.");
  assert.equal(refusal(await edit("From eleven.")), "412 edited_meanwhile");
  const names = async (call = shop.call, query = "") =>
    (ok(await call("GET", `/saved_replies${query}`)).items as { name: string }[]).map(({ name }) => name);
  assert.deepEqual(await names(ben.call), ["Mine", "Opening hours"]);
  assert.deepEqual(await names(), ["Opening hours"]);
  assert.deepEqual(await names(shop.call, "?language=de"), []);
  assert.equal(refusal(await shop.call("DELETE", `/saved_replies/${own.id}`)), "404 not_found");
  assert.equal(ok(await shop.call("DELETE", `/saved_replies/${id}`)).text, "From ten.");
  assert.deepEqual(await names(), []);
});

test("braces that nobody fills are refused, another business's replies are not there", async () => {
  const shop = await newShop();
  const other = await newShop();
  const bad = await shop.call("POST", "/saved_replies", { ...hours, text: "Dear {firstname}" });
  assert.equal(refusal(bad), "422 unknown_place text");
  const { id } = await shop.post("/saved_replies", hours);
  assert.equal(refusal(await other.call("DELETE", `/saved_replies/${id}`)), "404 not_found");
});

test("a case says what each place stands for, in its reader's language and time, and null for what is not known", async () => {
  const shop = await newShop();
  const raised = { customer_id: shop.marta.id, words: "It drips", channel: "phone", own: true };
  const { id } = await shop.post("/cases", raised);
  const { language, facts } = await shop.get(`/cases/${id}/reply_facts`);
  const { next_word: next, ...others } = facts as Record<string, string>;
  assert.deepEqual(
    [language, others],
    [
      "en",
      {
        name: "Marta Lindqvist",
        first_name: "Marta",
        member: "Ana Lima",
        business: String(others.business),
        case: "It drips",
      },
    ],
  );
  assert.match(String(next), /\d/);
  const nobody = await shop.newCustomer("Frau Berg", null);
  const other = await shop.post("/cases", { ...raised, customer_id: nobody.id });
  const theirs = (await shop.get(`/cases/${other.id}/reply_facts`)).facts as Record<string, string | null>;
  assert.deepEqual([theirs.name, theirs.first_name], ["Frau Berg", null]);
});

test("the first name is what one is called by, where that is known", () => {
  const said = ["Marta Lindqvist", "Cher", "Dr. Nora Blum", "Frau Berg", "Prof. Dr. Berg", "", "  Jörg  Groß "];
  assert.deepEqual(said.map(firstNameOf), ["Marta", "Cher", "Nora", null, null, null, "Jörg"]);
});

test("only the places that we know count as unfilled, each once", () => {
  assert.deepEqual(placesLeft("Dear {first_name}, {x} { name } {next_word} {next_word}"), [
    "{first_name}",
    "{next_word}",
  ]);
});
