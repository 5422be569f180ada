import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "truepenny-beside-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const program = new URL("truepenny.ts", import.meta.url).pathname;
const env = { PATH: process.env.PATH, TRUEPENNY_DATA: folder, PORT: "0" };
const start = (...words: string[]) =>
  spawn(process.execPath, [program, ...words], { env, stdio: ["ignore", "pipe", "ignore"] });

const create = ["workspace", "create", "--name", "Ana's Plumbing", "--time-zone", "Europe/Berlin", "--json"];
const asAna = [...create, "--member-name", "Ana", "--member-email", "ana@plumbing.example"];

async function made(): Promise<{ api_key: string; member_id: string }> {
  return JSON.parse((await text(start(...asAna).stdout)).trimEnd().split("\n").at(-1) ?? "");
}

test("a workspace made before the server runs is there when it does, and one made beside it is there at once", async () => {
  const before = await made();
  const server = start("serve");
  const gone = once(server, "exit");
  const ready = await Promise.race([
    once(createInterface({ input: server.stdout }), "line").then(([line]) => line),
    gone.then(() => assert.fail("the server ended before it was ready")),
  ]);
  const url = String(ready).replace("ready ", "");
  for (const { api_key, member_id } of [before, await made()]) {
    const answer = await fetch(`${url}/api/v1/members/${member_id}`, {
      headers: { authorization: `Bearer ${api_key}` },
    });
    assert.match(await answer.text(), /"name":"Ana"/);
  }
  server.kill("SIGTERM");
  assert.deepEqual(await gone, [0, null]);
});
