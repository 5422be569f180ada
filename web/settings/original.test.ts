import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf } from "./original.ts";

const base64 = (text: string | Buffer) => Buffer.from(text).toString("base64");

test("a mail is shown as it came, also in letters beyond ASCII", () => {
  assert.equal(textOf(base64("Subject: Grüße\r\n\r\nDie Heizung")), "Subject: Grüße\r\n\r\nDie Heizung");
});

test("what is no text is marked, and of what is very long the beginning is shown", () => {
  assert.equal(textOf(base64(Buffer.from([0x41, 0xff]))), "A\ufffd");
  assert.ok(textOf(base64("x".repeat(300_000))).length <= 100_002);
});
