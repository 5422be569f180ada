import assert from "node:assert/strict";
import { test } from "node:test";
import { type Mailbox, missingIn, serverOf, typedOf } from "./mailbox-typed.ts";

const saved: Mailbox = {
  ...{ id: "0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b", kind: "imap", address: "help@ortiz.example", takes_plus: true },
  ...{ team_id: null, host: "imap.ortiz.example", port: 993, encryption: "tls", user_name: "help", version: 3 },
  ...{ sign_in: "password", folder: "INBOX", looked_at: null, problem: null, problem_at: null },
  made_at: "2026-11-23T09:00:00Z",
};

test("a new mailbox needs its address, its server and what opens it, asked for in this order", () => {
  const typed = typedOf(null);
  assert.equal(missingIn(typed, "imap", null), "address");
  const addressed = { ...typed, address: "help@ortiz.example" };
  assert.equal(missingIn(addressed, "relay", null), null);
  assert.equal(missingIn(addressed, "imap", null), "host");
  const hosted = { ...addressed, host: "imap.ortiz.example" };
  assert.equal(missingIn(hosted, "imap", null), "password");
  assert.equal(missingIn({ ...hosted, signIn: "google", clientId: "c" }, "imap", null), "clientSecret");
});

test("what is changed keeps its secret unless it is given anew, or another server or way to sign in would need it", () => {
  const typed = typedOf(saved);
  assert.equal(missingIn(typed, "imap", saved), null);
  assert.deepEqual(serverOf({ ...typed, folder: "Customers" }, saved), {
    ...{ host: "imap.ortiz.example", port: 993, encryption: "tls", user_name: "help", folder: "Customers" },
  });
  assert.equal(
    serverOf({ ...typed, userName: " " }, saved).user_name,
    "help@ortiz.example",
    "emptied, it is the address",
  );
  assert.equal(missingIn({ ...typed, host: "imap.thief.example" }, "imap", saved), "password");
  assert.equal(missingIn({ ...typed, signIn: "microsoft" }, "imap", saved), "clientId");
  const renewed = serverOf({ ...typed, password: "new" }, saved);
  assert.deepEqual([renewed.sign_in, renewed.password], ["password", "new"]);
  const secrets = { clientId: " c ", clientSecret: "s", refreshToken: "r" };
  const google = serverOf({ ...typed, signIn: "google", ...secrets }, saved);
  assert.deepEqual(
    [google.sign_in, google.client_id, google.client_secret, google.refresh_token, google.password],
    ["google", "c", "s", "r", undefined],
  );
});
