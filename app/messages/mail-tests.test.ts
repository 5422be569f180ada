import assert from "node:assert/strict";
import { test } from "node:test";
import { newSecret } from "#base/token.ts";
import { testSecret } from "#test/harness/database.ts";
import { startMailServer } from "#test/harness/mail-server.ts";
import { openStaffHouse } from "#test/harness/staff-house.ts";
import { newWorkspace } from "#test/harness/workspace.ts";

const [secure, locked] = [await startMailServer({ isSecure: true }), await startMailServer({ password: newSecret() })];
const house = { publicUrl: "http://localhost:3000", secret: testSecret, privateNetworks: ["127.0.0.1"] };
const { db, as, mail } = await openStaffHouse({ house });
const { apiKey } = await newWorkspace(db);
const ana = as(apiKey);
const tried = async (smtp_url: string) => {
  await db.auth.deleteFrom("auth.tries").execute();
  const { status, body } = await ana("POST", "/workspace/mail-tests", { smtp_url });
  assert.equal(status, 201, JSON.stringify(body));
  return body as { is_well: boolean; step: string; says: string; to: string };
};

test("a mail server that works sends the member a mail at once", async () => {
  const { is_well, step, to } = await tried(mail.url);
  assert.deepEqual([is_well, step, to], [true, "taken", "ana@plumbing.example"]);
  const [arrived] = mail.inbox.splice(0);
  assert.deepEqual([arrived?.to?.[0]?.address, arrived?.subject], [to, "Mail from Ana's Plumbing arrives"]);
});

test("what is wrong is said by its name", async () => {
  const wrong = async (url: string, step: string, says: RegExp) => {
    const found = await tried(url);
    assert.deepEqual([found.is_well, found.step], [false, step], found.says);
    assert.match(found.says, says);
    assert.doesNotMatch(found.says, /ana:|secret/);
  };
  await wrong("smtp://mail.nowhere.invalid:587", "name", /no server of the name mail\.nowhere\.invalid/i);
  await wrong("smtp://127.0.0.1:1", "connection", /Nothing answers at 127\.0\.0\.1:1/);
  await wrong("smtp://192.168.3.4:8080", "connection", /may not be called/);
  await wrong(secure.url, "encryption", /no safe line that we can trust/);
  await wrong(locked.url.replace("://", "://ana:secret@"), "sign_in", /does not let us in/);
  mail.behave({ is: "refusing", code: 550 });
  await wrong(mail.url, "recipient", /takes no mail for ana@plumbing\.example\. It says: /);
  mail.behave({ is: "refusing", code: 554, at: "data" });
  await wrong(mail.url, "mail", /did not take the mail/);
  mail.behave({ is: "well" });
});

test("without any server it says that there is none, and what is no address of one is refused", async () => {
  await db.auth.deleteFrom("auth.tries").execute();
  assert.equal((await ana("POST", "/workspace/mail-tests", {})).body.step, "none");
  const { status, body } = await ana("POST", "/workspace/mail-tests", { smtp_url: "https://example.com" });
  assert.deepEqual([status, body.code, body.field], [422, "bad_smtp_url", "smtp_url"]);
});

test("nobody tries addresses for long", async () => {
  const answers = [];
  for (let n = 0; n < 12; n++) answers.push((await ana("POST", "/workspace/mail-tests", {})).status);
  assert.equal(answers.at(-1), 429);
});
