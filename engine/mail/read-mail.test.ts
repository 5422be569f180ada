import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReadMail } from "./read.ts";
import { readMail } from "./read-mail.ts";

const head = "From: Marta Lindqvist <Marta@Example.com>\r\nTo: hello@ortiz.example\r\nSubject: The boiler\r\n";
const read = (mail: string | Buffer): Promise<ReadMail> => readMail(Buffer.from(mail));
const says = (body: string, headers = ""): Promise<ReadMail> => read(`${head}${headers}\r\n${body}`);

test("a plain mail says who wrote, what about, to whom, and what it answers", async () => {
  const mail = await says(
    "It drips again.\r\n",
    "Message-ID: <a@example.com>\r\nReferences: <one@ortiz.example>\r\n <two@ortiz.example>\r\nIn-Reply-To: <two@ortiz.example>\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\nReply-To: Marta at home <home@example.com>\r\nDelivered-To: hello+r123@ortiz.example\r\n",
  );
  assert.deepEqual(mail.from, { name: "Marta Lindqvist", address: "marta@example.com" });
  assert.deepEqual(mail.replyTo, { name: "Marta at home", address: "home@example.com" });
  assert.deepEqual([mail.messageId, mail.subject, mail.words], ["a@example.com", "The boiler", "It drips again."]);
  assert.deepEqual(mail.answers, ["two@ortiz.example", "one@ortiz.example"]);
  assert.deepEqual(mail.recipients, ["hello+r123@ortiz.example", "hello@ortiz.example"]);
  assert.equal(mail.saidAt?.toString(), "2026-11-23T09:00:00Z");
  assert.deepEqual([mail.automatic, mail.bounce, mail.troubles], [null, null, []]);
});

test("letters of the real world are read, whether the mail names their charset or not", async () => {
  const kinds: [string, Buffer, string][] = [
    ["text/plain; charset=iso-8859-1", Buffer.from("K\xfchlschrank", "latin1"), "Kühlschrank"],
    ["text/plain; charset=windows-1252", Buffer.from("5 \x80", "latin1"), "5 €"],
    ["text/plain; charset=koi8-r", Buffer.from([0xf0, 0xd2, 0xc9]), "При"],
    ["text/plain; charset=shift_jis", Buffer.from([0x93, 0xfa, 0x96, 0x7b]), "日本"],
    ["text/plain; charset=gb2312", Buffer.from([0xc4, 0xe3]), "你"],
    ["text/plain; charset=iso-2022-jp", Buffer.from("\x1b$BF|K\\\x1b(B", "latin1"), "日本"],
    ["text/plain; charset=utf-8", Buffer.from("Grüße 🔧"), "Grüße 🔧"],
    ["text/plain; charset=no-such-thing", Buffer.from("plain"), "plain"],
    ["text/plain", Buffer.from("Gr\xfc\xdfe", "latin1"), "Grüße"],
    ["text/plain", Buffer.from("Grüße"), "Grüße"],
  ];
  for (const [type, body, expected] of kinds) {
    const mail = await readMail(Buffer.concat([Buffer.from(`${head}Content-Type: ${type}\r\n\r\n`), body]));
    assert.equal(mail.words, expected, type);
  }
  const named = await read(
    "From: =?iso-8859-1?Q?J=F6rg?= <j@example.com>\r\nSubject: =?utf-8?B?w5xiZXI=?= =?utf-8?Q?_uns?=\r\n\r\nx",
  );
  assert.deepEqual([named.from?.name, named.subject], ["Jörg", "Über uns"]);
});

test("the plain part is taken where there is one, and of markup the words alone", async () => {
  const both = await says(
    "--b\r\nContent-Type: text/plain\r\n\r\nplain words\r\n--b\r\nContent-Type: text/html\r\n\r\n<b>rich</b>\r\n--b--",
    "Content-Type: multipart/alternative; boundary=b\r\n",
  );
  assert.equal(both.words, "plain words");
  const html = await says(
    `<html><head><title>no</title><style>p{}</style></head><body onload="steal()"><p>Hello&nbsp;&amp; <b>welcome</b></p>
     <script>alert(1)</script><p>See <a href="https://example.com/x">here</a><img src=x onerror=y alt="a picture"></p>
     <ul><li>one</li><li>two</li></ul><a href="javascript:steal()">tap</a><blockquote>old words</blockquote></body></html>`,
    "Content-Type: text/html; charset=utf-8\r\n",
  );
  assert.equal(html.words, "Hello & welcome\n\nSee here <https://example.com/x>a picture\n\n- one\n- two\ntap");
  assert.equal(html.quoted, "> old words");
});

test("attachments are listed with their true size, and no archive is opened", async () => {
  const zip = Buffer.alloc(3000, "PK");
  const mail = await says(
    `--b\r\n\r\nSee the photo.\r\n--b\r\nContent-Type: application/zip; name="bomb.zip"\r\nContent-Disposition: attachment; filename="../bomb\r\n .zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n${zip.toString("base64")}\r\n--b--`,
    "Content-Type: multipart/mixed; boundary=b\r\n",
  );
  assert.equal(mail.words, "See the photo.");
  assert.deepEqual(
    mail.attachments.map(({ type, bytes }) => [type, bytes]),
    [["application/zip", 3000]],
  );
  assert.doesNotMatch(mail.attachments[0]?.name ?? "", /[\r\n]/);
});

test("machines are told from people", async () => {
  const kinds: [string, ReadMail["automatic"]][] = [
    ["", null],
    ["Auto-Submitted: no\r\n", null],
    ["X-Priority: 1\r\n", null],
    ["Auto-Submitted: auto-replied (vacation)\r\n", "reply"],
    ["Precedence: auto_reply\r\n", "reply"],
    ["X-Autoreply: yes\r\n", "reply"],
    ["Auto-Submitted: auto-generated\r\n", "generated"],
    ["Precedence: bulk\r\n", "generated"],
    ["X-Auto-Response-Suppress: All\r\n", "generated"],
    ["Return-Path: <>\r\n", "generated"],
    ["List-Id: <news.example.com>\r\n", "list"],
    ["Precedence: list\r\n", "list"],
  ];
  for (const [headers, expected] of kinds) assert.equal((await says("x", headers)).automatic, expected, headers);
  const away = "From: a@example.com\r\nSubject: Automatische Antwort: Termin\r\nX-Auto-Response-Suppress: All\r\n\r\nx";
  assert.equal((await read(away)).automatic, "reply");
});

test("a report that a mail of ours did not arrive says which, to whom and why", async () => {
  const report = (action: string, status: string) =>
    `Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example.com\r\nTo: hello@ortiz.example\r\nSubject: Undelivered\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nIt did not work.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\nFinal-Recipient: rfc822; Marta@example.com\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 5.1.1 no such\r\n  mailbox\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID:\r\n <m1@ortiz.example>\r\nSubject: Your visit\r\n--b--`;
  const failed = await read(report("failed", "5.1.1"));
  assert.equal(failed.automatic, "bounce");
  assert.deepEqual(failed.bounce, {
    is: "failed",
    messageId: "m1@ortiz.example",
    recipient: "marta@example.com",
    status: "5.1.1",
    says: "550 5.1.1 no such mailbox",
  });
  assert.equal((await read(report("delayed", "5.4.1"))).bounce?.is, "delayed");
  assert.equal((await read(report("relayed", "5.0.0"))).bounce?.is, "other");
});

test("a mail with ten thousand recipients, none, or parts without an end is read as far as it goes", async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => `p${n}@example.com`).join(",\r\n ");
  const sent = await read(`From: a@example.com\r\nTo: ${many}\r\nSubject: all\r\n\r\nHi`);
  assert.deepEqual([sent.recipients.length, sent.words], [200, "Hi"]);
  const nobody = await read("Subject: who?\r\n\r\nHi");
  assert.deepEqual([nobody.from, nobody.troubles], [null, ["no_sender"]]);
  const parts = await says(
    `--b\r\n\r\nfirst\r\n${"--b\r\n\r\n".repeat(50_000)}`,
    "Content-Type: multipart/mixed; boundary=b\r\n",
  );
  assert.equal(parts.words, "first");
  assert.deepEqual(parts.troubles, ["too_many_parts"]);
  assert.deepEqual((await read("")).troubles, ["no_sender", "no_words"]);
});
