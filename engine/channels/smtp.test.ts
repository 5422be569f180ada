import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#base/instant.ts";
import { startMailServer } from "#test/harness/mail-server.ts";
import { type Mail, sendMail } from "./smtp.ts";

const server = await startMailServer();
const timeouts = { connectSeconds: 0.3, greetSeconds: 0.3, silenceSeconds: 0.3, wholeSeconds: 2 };
const transport = { url: server.url, reach: "anywhere", timeouts } as const;

const mail: Mail = {
  from: { name: "Ana Ortiz, Ortiz Heating", address: "hello@ortiz.example" },
  to: { name: "Marta Lindqvist", address: "marta@example.com" },
  replyTo: { name: "Ana Ortiz", address: "ana@ortiz.example" },
  subject: "Your estimate",
  text: "You get it by two.",
  html: "<p>You get it by two.</p>",
  messageId: "<1@ortiz.example>",
  date: instant("2026-11-24T10:00:00Z"),
  isAutomatic: false,
};

test("an accepted mail has its people, its words in both forms and its own Message-ID", async () => {
  const outcome = await sendMail(transport, mail);
  assert.equal(outcome.is, "accepted");
  const arrived = await server.waitFor((one) => one.messageId === "<1@ortiz.example>");
  assert.deepEqual(arrived.from, { address: "hello@ortiz.example", name: "Ana Ortiz, Ortiz Heating" });
  assert.deepEqual(arrived.replyTo, [{ address: "ana@ortiz.example", name: "Ana Ortiz" }]);
  assert.deepEqual(arrived.envelope, { from: "hello@ortiz.example", to: ["marta@example.com"] });
  assert.equal(arrived.text?.trim(), "You get it by two.");
  assert.equal(arrived.html?.trim(), "<p>You get it by two.</p>");
  assert.equal(arrived.date, "2026-11-24T10:00:00.000Z");
  assert.doesNotMatch(arrived.raw, /Auto-Submitted/);
});

test("a machine's mail says that it is one, so that no machine answers it", async () => {
  await sendMail(transport, { ...mail, messageId: "<2@x>", isAutomatic: true });
  assert.match((await server.waitFor((one) => one.messageId === "<2@x>")).raw, /^Auto-Submitted: auto-generated\r$/m);
});

test("names and subjects with umlauts, emoji and quotes arrive as they were written", async () => {
  const name = 'Jürgen "Jü" Groß 🔧';
  await sendMail(transport, {
    ...mail,
    messageId: "<3@x>",
    from: { ...mail.from, name },
    to: { ...mail.to, name },
    subject: "Rücklauf 🔥 geprüft",
  });
  const arrived = await server.waitFor((one) => one.messageId === "<3@x>");
  assert.deepEqual([arrived.from?.name, arrived.to?.[0]?.name, arrived.subject], [name, name, "Rücklauf 🔥 geprüft"]);
});

test("a line break in a name, an address or a subject makes no header and no second recipient", async () => {
  const evil = "Marta\r\nBcc: thief@example.com";
  const outcome = await sendMail(transport, {
    ...mail,
    messageId: "<4@x>",
    from: { ...mail.from, name: evil },
    to: { ...mail.to, name: evil },
    replyTo: { name: evil, address: "ana@ortiz.example" },
    subject: `Hello\r\nBcc: thief@example.com\r\n\r\nother words`,
  });
  assert.equal(outcome.is, "accepted");
  const arrived = await server.waitFor((one) => one.messageId === "<4@x>");
  assert.deepEqual(arrived.envelope.to, ["marta@example.com"]);
  assert.doesNotMatch(arrived.raw, /^Bcc:/im);
  const split = await sendMail(transport, {
    ...mail,
    messageId: "<5@x>",
    to: { name: "Marta", address: "marta@example.com>\r\nRCPT TO:<thief@example.com" },
  });
  assert.notEqual(split.is, "accepted");
  assert.equal(
    server.inbox.some((one) => one.envelope.to.includes("thief@example.com")),
    false,
  );
});

const misbehaviours = [
  ["a recipient put off is tried later", { is: "refusing", code: 451 }, "later", /451 Try again later/],
  ["a recipient refused for good is tried never again", { is: "refusing", code: 550 }, "never", /550 No such user/],
  ["a mail put off after it was read out is tried later", { is: "refusing", code: 452, at: "data" }, "later", /452/],
  [
    "a mail refused after it was read out is never tried again",
    { is: "refusing", code: 554, at: "data" },
    "never",
    /554/,
  ],
  ["a server that hangs costs its time-out, no more", { is: "hanging" }, "later", /did not answer in time/],
  ["a line cut while the mail is read out is tried later", { is: "cutting" }, "later", /cut the line/],
  ["a server that thinks too long is tried later", { is: "slow", seconds: 1 }, "later", /did not answer in time/],
] as const;

for (const [sentence, manner, is, problem] of misbehaviours) {
  test(sentence, async () => {
    server.behave(manner);
    const outcome = await sendMail(transport, { ...mail, messageId: "<6@x>" });
    server.behave({ is: "well" });
    assert.ok(outcome.is === is);
    assert.match(outcome.problem, problem);
  });
}

test("a mail server that is off, or does not exist, is tried later", async () => {
  await server.stop();
  assert.equal((await sendMail(transport, mail)).is, "later");
  await server.start();
  assert.equal((await sendMail(transport, { ...mail, messageId: "<7@x>" })).is, "accepted");
  assert.equal((await sendMail({ reach: "anywhere", url: "smtp://no-such-host.invalid", timeouts }, mail)).is, "later");
});

test("a line cut after the mail was taken counts as not told: the same mail is tried again", async () => {
  server.behave({ is: "cutting", kept: true });
  assert.equal((await sendMail(transport, { ...mail, messageId: "<8@x>" })).is, "later");
  server.behave({ is: "well" });
  assert.equal(server.inbox.filter((one) => one.messageId === "<8@x>").length, 1);
});

test("TLS and the password come from the URL; what is not to be trusted gets neither password nor mail", async () => {
  const secure = await startMailServer({ isSecure: true, password: "s3cret" });
  const url = (password: string, query = "") => secure.url.replace("://", `://ana:${password}@`) + query;
  const untrusted = await sendMail({ reach: "anywhere", url: url("s3cret"), timeouts }, mail);
  assert.ok(untrusted.is === "later");
  assert.match(untrusted.problem, /no safe connection/);
  const trusting = "/?tls.rejectUnauthorized=false";
  const wrong = await sendMail({ reach: "anywhere", url: url("wr0ng", trusting), timeouts }, mail);
  assert.ok(wrong.is === "later");
  assert.match(wrong.problem, /refused our sign-in/);
  assert.doesNotMatch(wrong.problem, /wr0ng/);
  assert.equal(secure.inbox.length, 0);
  for (const reach of ["anywhere", ["127.0.0.0/8", "::1"]] as const) {
    assert.equal((await sendMail({ reach, url: url("s3cret", trusting), timeouts }, mail)).is, "accepted");
    assert.equal(
      (await sendMail({ reach, url: url("s3cret"), timeouts }, mail)).is,
      "later",
      "a stranger's certificate",
    );
  }
});
