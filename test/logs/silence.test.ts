import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";
import { readOwner } from "#engine/db/embedded-lock.ts";
import { pg } from "#engine/db/types.ts";
import { until } from "#test/harness/embedded-owner.ts";
import { startMailServer } from "#test/harness/mail-server.ts";
import { serveWith } from "#test/harness/serving.ts";

/** What a person said, is called or keeps to themself: all that the journey below has of it. */
const theirs = {
  name: "Quillfeather",
  address: "marta.q@private.example",
  phone: "+491705550199",
  words: "the boiler in the attic sobs",
  password: "correct horse battery",
  mailPassword: "mail-pass-4711",
  guess: "tp_guessed-key-of-a-stranger",
};

const dataFolder = mkdtempSync(join(tmpdir(), "truepenny-silence-"));
after(() => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 }));

test("a whole day of work, troubles and a bug leave no name, address, word, password or key in the log", async () => {
  const mail = await startMailServer();
  mail.behave({ is: "refusing", code: 550, at: "recipient" });
  const settings = { TRUEPENNY_DATA: dataFolder, LOG_LEVEL: "trace", SMTP_URL: mail.url };
  const house = await serveWith(settings);
  const { last, err } = await command(
    settings,
    "workspace create --name Ortiz --time-zone Europe/Berlin --json".split(" "),
    [...["--member-name", theirs.name, "--member-email", theirs.address, "--member-password", theirs.password]],
  );
  const { api_key: key } = JSON.parse(last);
  const links = await day(house.url, key, () => until("mail is tried", () => mail.calls.count > 0));
  await breakSomething();
  const bug = await call(house.url, key, "POST", "/customers", { name: theirs.name, kind: "person" });
  assert.equal(bug.status, 500);
  assert.equal(await house.stop(), 0);

  const log = `${err}\n${house.said()}`;
  assert.ok(log.includes(String(bug.body.request_id)), "what went wrong is there, by its number");
  assert.match(log, /"msg":"bug"/);
  const secrets = [...Object.values(theirs), ...links, key, key.split("_")[3]];
  for (const secret of secrets) assert.ok(!log.includes(secret), `${secret} is in\n${around(log, secret)}`);
  const events = house
    .said()
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith("Nobody lives here yet."));
  for (const line of events) assert.ok(JSON.parse(line).time, line);
});

/** Answers every secret address that the day made. */
async function day(url: string, key: string, mailIsTried: () => Promise<void>): Promise<string[]> {
  const ask = (method: string, path: string, body?: unknown) => call(url, key, method, path, body);
  const addresses = [
    { channel: "email", address: theirs.address },
    { channel: "phone", address: theirs.phone },
  ];
  const contact = { name: theirs.name, preferred_channel: "email", addresses };
  const customer = await ask("POST", "/customers", { name: theirs.name, kind: "person", contacts: [contact] });
  assert.equal(customer.status, 201, JSON.stringify(customer.body));
  const contactId = customer.body.contacts[0].id;
  const given = { customer_id: customer.body.id, contact_id: contactId, kind: "fix", text: theirs.words };
  const due = new Date(Date.now() + 86_400_000).toJSON();
  const promise = await ask("POST", "/promises", { ...given, due_at: due });
  assert.equal(promise.status, 201, JSON.stringify(promise.body));
  const update = { message: { subject: theirs.words, body: theirs.words } };
  const updated = await ask("POST", `/promises/${promise.body.id}/updates`, update);
  assert.equal(updated.status, 201, JSON.stringify(updated.body));
  await mailIsTried();
  const link = await ask("POST", `/contacts/${contactId}/links`, {});
  assert.equal(link.status, 201, JSON.stringify(link.body));
  const page = new URL(link.body.url).pathname;
  await ask("PATCH", "/workspace", {
    smtp_url: `smtp://ana:${theirs.mailPassword}@localhost:1`,
    mail_from: theirs.address,
  });
  await ask("POST", `/promises/${promise.body.id}/updates`, update);

  await ask("GET", `/customers?search=${theirs.name}&${theirs.words.replaceAll(" ", "+")}`);
  await ask("GET", `/nowhere/${theirs.name}`);
  await ask("POST", "/customers", `{"name": "${theirs.name}`);
  await ask("POST", "/customers", { name: theirs.name, kind: theirs.words });
  await ask("POST", "/promises", { ...given, due_words: theirs.words });
  await ask("POST", "/members", { name: theirs.name, email: theirs.address, role: "member" });
  await call(url, theirs.guess, "GET", "/customers");
  for (const password of [`not ${theirs.password}`, theirs.password]) {
    const headers = { "content-type": "application/json", origin: url };
    const body = JSON.stringify({ email: theirs.address, password });
    await fetch(`${url}/api/auth/sign-in/email`, { method: "POST", headers, body });
  }
  for (const path of [page, `${page}/promises/${promise.body.id}`, `${page}/export`, `${page.slice(0, -2)}xx`]) {
    await fetch(url + path);
  }
  const form = new URLSearchParams({ words: theirs.words, outcome: theirs.name });
  for (const act of ["asking", "not_yet", "nonsense"]) {
    await fetch(`${url}${page}/promises/${promise.body.id}/${act}`, { method: "POST", body: form, redirect: "manual" });
  }
  return [page.slice(3)];
}

/** A trigger that fails as a bug of ours would, with the row in all that PostgreSQL says of it. */
async function breakSomething(): Promise<void> {
  const client = new pg.Client(readOwner(dataFolder)?.connection ?? {});
  await client.connect();
  await client.query(`create function fail() returns trigger language plpgsql as $$ begin
      raise exception 'invalid input syntax for type uuid: "%"', new.name using errcode = 'XX000', detail = new.name, hint = new.name;
    end $$; create trigger fail before insert on customers for each row execute function fail()`);
  await client.end();
}

async function call(url: string, key: string, method: string, path: string, body?: unknown) {
  const sent = body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body);
  const headers = { authorization: `Bearer ${key}`, ...(sent && { "content-type": "application/json" }) };
  const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body: sent });
  return { status: answer.status, body: JSON.parse((await answer.text()) || "{}") };
}

async function command(settings: Record<string, string>, words: string[], more: string[]) {
  const program = new URL("../../cli/truepenny.ts", import.meta.url).pathname;
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...settings };
  const child = spawn(process.execPath, [program, ...words, ...more], { env, stdio: ["ignore", "pipe", "pipe"] });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  assert.equal(code, 0, err);
  return { last: out.trimEnd().split("\n").at(-1) ?? "", err };
}

function around(log: string, secret: string): string {
  const at = log.indexOf(secret);
  return log.slice(Math.max(0, at - 300), at + 300);
}
