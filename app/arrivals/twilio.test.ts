import assert from "node:assert/strict";
import { test } from "node:test";
import { isSignedForm, toldBy } from "./twilio.ts";

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const sid = `SM${"1".repeat(32)}`;
const callSid = `CA${"1".repeat(32)}`;

test("a call is known by the signature that Twilio's own documentation shows, and by no other", () => {
  const url = "https://mycompany.com/myapp.php?foo=1&bar=2";
  const fields = { CallSid: "CA1234567890ABCDE", Caller: "+14158675309", Digits: "1234", From: "+14158675309" };
  const called = form({ ...fields, To: "+18005551212" });
  const signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
  assert.ok(isSignedForm(signature, url, called, "12345"));
  assert.ok(!isSignedForm(signature, url, called, "12346"));
  assert.ok(!isSignedForm(signature, "https://mycompany.com/myapp.php?foo=1", called, "12345"));
  assert.ok(!isSignedForm(signature, url, form({ ...fields, To: "+18005551213" }), "12345"));
  for (const broken of ["", "RSOY", "%%%"]) assert.ok(!isSignedForm(broken, url, called, "12345"));
});

test("a text tells who wrote what, with its pictures; what became of ours is heard only where it is bad", () => {
  const from = { MessageSid: sid, From: "+491511234567", Body: " It drips.\r\nA lot. " };
  const picture = { NumMedia: "1", MediaUrl0: "https://api.twilio.com/m/ME1", MediaContentType0: "image/jpeg" };
  assert.deepEqual(toldBy(form({ ...from, ...picture })), {
    ...{ is: "text", sid, from: "+491511234567", body: "It drips.\nA lot.", wish: null },
    media: [{ type: "image/jpeg", url: "https://api.twilio.com/m/ME1" }],
  });
  assert.deepEqual(toldBy(form({ MessageSid: sid, MessageStatus: "undelivered", ErrorCode: "30003" })), {
    is: "undelivered",
    error: "30003",
  });
  assert.equal(toldBy(form({ MessageSid: sid, MessageStatus: "delivered" })), null);
  assert.equal(toldBy(form({ Body: "no sid" })), null);
});

test("the one word STOP is a wish, in a sentence it is none", () => {
  const wish = (Body: string, more = {}) => {
    const told = toldBy(form({ MessageSid: sid, From: "+491511234567", Body, ...more }));
    return told?.is === "text" ? told.wish : undefined;
  };
  for (const word of ["STOP", "stop.", " Stopp ", "unsubscribe"]) assert.equal(wish(word), "stop");
  assert.equal(wish("halt", { OptOutType: "STOP" }), "stop");
  assert.equal(wish("Start!"), "start");
  for (const words of ["Stop the water!", "Please don’t stop", "yes"]) assert.equal(wish(words), null);
});

test("a call counts as missed where nobody took it, also where it was passed on; one of ours never does", () => {
  const call = (more: Record<string, string>) => toldBy(form({ CallSid: callSid, From: "+491511234567", ...more }))?.is;
  for (const CallStatus of ["no-answer", "busy", "failed", "canceled"]) assert.equal(call({ CallStatus }), "call");
  assert.equal(call({ CallStatus: "in-progress", DialCallStatus: "no-answer" }), "call");
  for (const CallStatus of ["ringing", "in-progress", "completed"]) assert.equal(call({ CallStatus }), undefined);
  assert.equal(call({ CallStatus: "no-answer", DialCallStatus: "completed" }), undefined);
  assert.equal(call({ CallStatus: "busy", Direction: "outbound-api" }), undefined);
});
