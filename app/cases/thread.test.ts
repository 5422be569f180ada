import assert from "node:assert/strict";
import { test } from "node:test";
import { threadOf } from "./thread.ts";

const own = ["marta", "marta's alias"];
const mail = { customerId: "marta", contactId: "m", subject: "", answers: null };
const open = { id: "open", customerId: "marta", contactId: "m", subject: "The tap drips", state: "open" as const };

test("a mail that answers one of a case's letters joins it, whatever its subject says", () => {
  const answers = { id: "c", customerId: "marta's alias" };
  assert.equal(threadOf({ ...mail, subject: "Something else", answers }, [open], own), "c");
});

test("a forged header of another customer's case joins nothing of theirs", () => {
  const answers = { id: "theirs", customerId: "otto" };
  assert.equal(threadOf({ ...mail, subject: "Hello", answers }, [open], own), null);
  assert.equal(threadOf({ ...mail, subject: "Re: The tap drips", answers }, [open], own), "open");
});

test("subject and sender are the last resort, among that contact's own open cases only", () => {
  for (const subject of ["Re: the tap  drips", "AW: Re: The tap drips", "WG: Fwd: THE TAP DRIPS"]) {
    assert.equal(threadOf({ ...mail, subject }, [open], own), "open", subject);
  }
  assert.equal(threadOf({ ...mail, subject: "The tap drips" }, [{ ...open, state: "satisfied" }], own), null);
  assert.equal(threadOf({ ...mail, subject: "The tap drips" }, [{ ...open, customerId: "otto" }], own), null);
  assert.equal(threadOf({ ...mail, contactId: "tom", subject: "The tap drips" }, [open], own), null);
  assert.equal(threadOf({ ...mail, subject: "Re:" }, [{ ...open, subject: "" }], own), null);
});
