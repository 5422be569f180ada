import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "#base/id.ts";
import { newSecret, writeToken } from "#base/token.ts";
import { openLog } from "./log.ts";

const lines: string[] = [];
const log = openLog("info", { write: (line: string) => lines.push(line) });

test("no key, no link of a contact and no password reaches the log, wherever it slipped in", () => {
  const key = writeToken({ workspaceId: newId(), id: newId(), secret: newSecret() });
  const link = "MDE5OWE2.c2VjcmV0-X_y";
  log.warn(
    { password: "hunter2", headers: { authorization: `Bearer ${key}`, cookie: "a=b" } },
    `GET /c/${link}/yes with ${key}`,
  );
  const [line = ""] = lines.splice(0);
  for (const secret of [key, link, "hunter2", "a=b"]) assert.ok(!line.includes(secret), line);
  assert.match(line, /GET \/c\/…\/yes with tp_…/);
});

test("an error is told with its stack and code, without the row that PostgreSQL quotes", () => {
  const error = Object.assign(new Error("duplicate key", { cause: new Error("below") }), {
    code: "23505",
    detail: "Key (address)=(marta@example.com) already exists.",
  });
  log.error({ err: error }, "bug");
  const [line = ""] = lines.splice(0);
  assert.match(line, /"code":"23505"/);
  assert.match(line, /below/);
  assert.ok(!line.includes("marta@example.com"), line);
});

test("what PostgreSQL or the reader of JSON quotes of people's words is left out, and names of ours stay", () => {
  const written = (error: unknown) => {
    log.error({ err: error }, "bug");
    return lines.splice(0).join("");
  };
  const ofPostgres = (code: string, message: string) => Object.assign(new Error(message), { code, severity: "ERROR" });
  const said = written(ofPostgres("22P02", 'invalid input syntax for type uuid: "Marta"'));
  assert.match(said, /invalid input syntax for type uuid: \\"…\\"/);
  assert.ok(!said.includes("Marta"), said);
  assert.match(written(ofPostgres("42703", 'column "shoe_size" does not exist')), /shoe_size/);
  assert.match(written(ofPostgres("23505", 'violates unique constraint "members_email"')), /members_email/);
  assert.ok(!written(caught(() => JSON.parse("Marta rang"))).includes("Mar"));
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (problem) {
    return problem;
  }
}
