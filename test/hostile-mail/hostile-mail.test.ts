import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReadMail } from "#engine/mail/read.ts";
import { readMail } from "#engine/mail/read-mail.ts";
import { dice, mangled } from "./mangle.ts";
import { samples } from "./samples.ts";

const mails = Number(process.env.HOSTILE_MAILS ?? 2_000);
const seed = Number(process.env.HOSTILE_SEED ?? 5);
const mebibyte = 1024 * 1024;

test("every sample of the standards' odd corners is read for what it says", async () => {
  for (const { what, mail, words, subject, from } of samples) {
    const read = await readMail(Buffer.from(mail));
    inOrder(read, what);
    if (words) assert.match(read.words, words, what);
    if (subject) assert.match(read.subject, subject, what);
    if (from) assert.equal(read.from?.address, from, what);
  }
});

test(`${mails} broken mails: none stops the reader, none takes long, and memory does not grow`, async (t) => {
  const roll = dice(seed);
  const whole = samples.map(({ mail }) => Buffer.from(mail));
  let slowest = 0;
  let most = 0;
  for (let n = 0; n < mails; n++) {
    const mail = mangled(whole, roll);
    const from = performance.now();
    const read = await readMail(mail);
    const took = performance.now() - from;
    slowest = Math.max(slowest, took);
    if (n % 500 === 0) most = Math.max(most, process.memoryUsage().rss);
    inOrder(read, `mail ${n} of seed ${seed}`);
    assert.ok(took < 30_000, `mail ${n} of seed ${seed} took ${took} ms`);
  }
  t.diagnostic(`slowest ${slowest.toFixed(0)} ms, at most ${(most / mebibyte).toFixed(0)} MiB resident`);
  assert.ok(most < 700 * mebibyte, `${most / mebibyte} MiB`);
});

test("a mail of 25 MB is read in seconds and bounded memory, whatever it is made of", async (t) => {
  const fills: [string, string][] = [
    ["Content-Type: text/plain\r\n\r\n", "> a\n"],
    ["Content-Type: text/html\r\n\r\n", "&amp;<"],
    ["Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\n\n"],
    [
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n",
      `${"UEsD".repeat(19)}\r\n`,
    ],
    ["To: ", "a@example.com,"],
  ];
  const before = process.memoryUsage().rss;
  for (const [head, fill] of fills) {
    const mail = Buffer.alloc(25 * mebibyte, fill);
    mail.write(`From: a@example.com\r\n${head}`, "latin1");
    const from = performance.now();
    inOrder(await readMail(mail), fill);
    const took = performance.now() - from;
    t.diagnostic(
      `${JSON.stringify(fill.slice(0, 10))}: ${took.toFixed(0)} ms, ${Math.round((process.memoryUsage().rss - before) / mebibyte)} MiB more`,
    );
    assert.ok(took < 60_000, `${fill}: ${took} ms`);
  }
});

/** Fit for a database and a screen, and never more than so much. */
function inOrder(
  { words, quoted, subject, from, replyTo, recipients, answers, attachments }: ReadMail,
  what: string,
): void {
  const said = [words, quoted, subject, ...[from, replyTo].flatMap((one) => [one?.name ?? "", one?.address ?? ""])];
  for (const text of [...said, ...recipients, ...attachments.map(({ name }) => name)]) {
    assert.ok(text.isWellFormed() && !/[^\P{Cc}\n\t]|\u202e/u.test(text), `${what}: ${JSON.stringify(text)}`);
  }
  for (const line of [subject, from?.name ?? "", from?.address ?? "", ...recipients])
    assert.doesNotMatch(line, /[\r\n]/, what);
  assert.ok(words.length + quoted.length <= 210_000, what);
  assert.ok(recipients.length <= 200 && answers.length <= 50 && attachments.length <= 100, what);
}
