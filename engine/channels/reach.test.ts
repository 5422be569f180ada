import assert from "node:assert/strict";
import { test } from "node:test";
import { instant } from "#base/instant.ts";
import { startMailServer } from "#test/harness/mail-server.ts";
import { connectWithin, isWithin, OutOfReach } from "./reach.ts";
import { sendMail } from "./smtp.ts";

const server = await startMailServer();
const { port } = new URL(server.url);
const patienceMs = 5_000;

test("a workspace's mail server is called at a public address and a port for mail, and nowhere else", () => {
  for (const address of ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"]) {
    for (const mail of [25, 143, 465, 587, 993, 2525]) assert.ok(isWithin(address, mail, []), `${address}:${mail}`);
    for (const other of [22, 80, 443, 3000, 5432, 6379])
      assert.ok(!isWithin(address, other, []), `${address}:${other}`);
  }
});

test("no address inside our walls is called, however it is written", () => {
  const inside = [
    ...["127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1"],
    ...["169.254.169.254", "192.0.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1"],
    ...["::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::a00:1", "2002:a00:1::"],
    ...["fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "2001::1"],
  ];
  for (const address of inside) assert.ok(!isWithin(address, 587, []), address);
});

test("the networks that the operator lists are within reach, at any port", () => {
  const networks = ["10.1.0.0/16", "192.168.7.7", "fd00:1::/32"];
  for (const address of ["10.1.200.3", "192.168.7.7", "fd00:1::5"])
    assert.ok(isWithin(address, 1025, networks), address);
  for (const address of ["10.2.0.1", "192.168.7.8", "fd00:2::5"]) assert.ok(!isWithin(address, 587, networks), address);
});

test("a name is refused for the address that it leads to, and so is a number that is an address in disguise", async () => {
  for (const host of ["localhost", "[::1]", "127.1", "2130706433", "0x7f000001"]) {
    const { hostname } = new URL(`http://${host}`);
    await assert.rejects(connectWithin({ host: hostname, port: 587, patienceMs }, []), OutOfReach, host);
  }
  const line = await connectWithin({ host: "localhost", port: Number(port), patienceMs }, ["127.0.0.0/8", "::1"]);
  line.destroy();
});

test("mail to a server out of reach waits and says who can help; not one word is said to that server", async () => {
  const calls = server.calls.count;
  const aside = `smtp://192.0.2.1:587/?proxy=${encodeURIComponent(`http://127.0.0.1:${port}`)}&host=127.0.0.1&port=${port}`;
  for (const url of [server.url, `smtp://localhost:${port}`, `smtps://[::1]:${port}`]) {
    const outcome = await sendMail({ url, reach: [] }, mail);
    assert.equal(outcome.is, "later");
    assert.match(outcome.is === "later" ? outcome.problem : "", /may not be called.+PRIVATE_NETWORKS/);
  }
  const timeouts = { connectSeconds: 0.2, greetSeconds: 0.2, silenceSeconds: 0.2, wholeSeconds: 1 };
  assert.equal((await sendMail({ url: aside, reach: ["192.0.2.1"], timeouts }, mail)).is, "later");
  assert.equal(server.calls.count, calls);
  assert.equal((await sendMail({ url: server.url, reach: ["127.0.0.0/8", "::1"] }, mail)).is, "accepted");
});

const mail = {
  from: { name: "Ortiz Heating", address: "hello@ortiz.example" },
  to: { name: "Marta", address: "marta@example.com" },
  replyTo: null,
  subject: "Your estimate",
  text: "By two.",
  html: "<p>By two.</p>",
  messageId: "<reach@ortiz.example>",
  date: instant("2026-11-24T10:00:00Z"),
  isAutomatic: false,
};
