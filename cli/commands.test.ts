import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { isPassword } from "#app/members/password.ts";
import { findMember } from "#app/members/store.ts";
import { inWorkspace } from "#engine/db/database.ts";
import { passwordOf } from "#engine/identity/users.ts";
import { freshDatabase, testSecret } from "#test/harness/database.ts";
import { actorOf } from "#test/harness/workspace.ts";
import { thisInstant } from "./read-input.ts";

const { db, owner } = await freshDatabase();
const { host, port, user, database } = owner;
const program = new URL("truepenny.ts", import.meta.url).pathname;
const environment = {
  PATH: process.env.PATH,
  DATABASE_URL: `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`,
  TRUEPENNY_SECRET: testSecret,
};

async function truepenny(words: string[], given: { stdin?: string; env?: Record<string, string> } = {}) {
  const child = spawn(process.execPath, [program, ...words], { env: { ...environment, ...given.env } });
  child.stdin.end(given.stdin ?? "");
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, out, err, last: () => JSON.parse(out.trimEnd().split("\n").at(-1) ?? "") };
}

const create = [
  "workspace",
  "create",
  "--name",
  "Ana's Plumbing",
  "--member-name",
  "Ana",
  "--time-zone",
  "Europe/Berlin",
];
const asAna = [...create, "--member-email", "ana@plumbing.example", "--json"];

test("a workspace is made in one line, whose last word opens it", async () => {
  const { code, last } = await truepenny([...asAna, "--member-password", "correct horse battery"]);
  assert.equal(code, 0);
  const { workspace_id, member_id, api_key, ...rest } = last();
  assert.deepEqual(rest, {});
  const actor = await actorOf(db, api_key, thisInstant());
  assert.deepEqual([actor.workspaceId, actor.memberId, actor.role], [workspace_id, member_id, "proprietor"]);
});

test("a password may also come from standard input or the environment, and is kept as a hash", async () => {
  const as = (name: string) => [...create, "--member-email", `${name}@plumbing.example`, "--json"];
  const typed = await truepenny([...as("tom"), "--member-password-stdin"], { stdin: "typed in secret\n" });
  const set = await truepenny(as("sue"), { env: { TRUEPENNY_MEMBER_PASSWORD: "set by a script" } });
  for (const [made, password] of [
    [typed.last(), "typed in secret"],
    [set.last(), "set by a script"],
  ]) {
    const row = await inWorkspace(db, made.workspace_id, (tx) =>
      tx.selectFrom("members").select("user_id").where("id", "=", made.member_id).executeTakeFirstOrThrow(),
    );
    assert.ok(await isPassword(password, (await passwordOf(db.auth, row.user_id ?? "")) ?? ""));
  }
});

test("whoever has an account here already keeps the password that they have", async () => {
  const other = await truepenny(asAna, { env: { TRUEPENNY_MEMBER_PASSWORD: "another password" } });
  const { user_id } = await inWorkspace(db, other.last().workspace_id, (tx) =>
    tx.selectFrom("members").select("user_id").where("id", "=", other.last().member_id).executeTakeFirstOrThrow(),
  );
  assert.ok(await isPassword("correct horse battery", (await passwordOf(db.auth, user_id ?? "")) ?? ""));
});

test("a member is added and given a key that does less than the role would allow", async () => {
  const { workspace_id } = (await truepenny(asAna)).last();
  const ben = ["--workspace", workspace_id, "--name", "Ben", "--email", "ben@plumbing.example", "--role", "member"];
  const added = (await truepenny(["member", "add", ...ben, "--json"])).last();
  const wanted = [
    "--workspace",
    workspace_id,
    "--member",
    added.member_id,
    "--name",
    "van",
    "--scopes",
    "promises:read",
  ];
  const { api_key } = (await truepenny(["api-key", "create", ...wanted, "--json"])).last();
  const member = await inWorkspace(db, workspace_id, (tx) => findMember(tx, workspace_id, added.member_id));
  assert.equal(member?.email, "ben@plumbing.example");
  assert.deepEqual((await actorOf(db, api_key, thisInstant())).scopes, ["promises:read"]);
});

test("without --json a person reads it, and is told that the key is shown once", async () => {
  const { out } = await truepenny([...create, "--member-email", "ana@plumbing.example"]);
  assert.match(out, /Ana's Plumbing is there/);
  assert.match(out, /shown only this once/);
});

test("what cannot be is refused with a sentence and exit code 1", async () => {
  const refused = async (words: string[], code: string) => {
    const { code: exit, out, err } = await truepenny([...words, "--json"]);
    assert.deepEqual([exit, out, JSON.parse(err).code], [1, "", code]);
  };
  await refused([...create, "--member-email", "not an address"], "invalid_field");
  await refused([...asAna, "--trade", "alchemist"], "unknown_trade");
  await refused([...asAna, "--member-password", "short"], "password_too_short");
  const nowhere = [
    "member",
    "add",
    "--workspace",
    "nowhere",
    "--name",
    "B",
    "--email",
    "b@x.example",
    "--role",
    "member",
  ];
  await refused(nowhere, "not_found");
});

test("a fault in a field is told by the name of its option", async () => {
  const { err } = await truepenny([...create, "--member-email", "not an address"]);
  assert.equal(err, "--member-email must be a mail address.\n");
});

test("a command called wrongly says how, and never repeats what may be a secret", async () => {
  const unknown = await truepenny(["workspce", "create", "--member-password", "my secret"]);
  assert.equal(unknown.code, 2);
  assert.doesNotMatch(unknown.err, /my secret/);
  const incomplete = await truepenny(["workspace", "create", "--name", "Ana's"]);
  assert.deepEqual([incomplete.code, incomplete.err.split("\n")[0]], [2, "--member-name is missing."]);
});

test("every command explains itself", async () => {
  const { out, code } = await truepenny(["--help"]);
  assert.equal(code, 0);
  for (const name of ["workspace create", "member add", "api-key create", "migrate"]) {
    assert.match(out, new RegExp(`^  ${name} `, "m"));
    const help = await truepenny([...name.split(" "), "--help"]);
    assert.match(help.out, /--json/);
  }
});

test("a database that does not answer is no riddle", async () => {
  const { code, err } = await truepenny(asAna, { env: { DATABASE_URL: "postgres://nobody@localhost:1/none" } });
  assert.equal(code, 1);
  assert.match(err, /does not answer/);
});
