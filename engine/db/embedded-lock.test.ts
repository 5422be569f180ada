import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { temporaryFolder } from "#test/harness/embedded-owner.ts";
import { joinOwner, readOwner, takeOwnership, writeOwner } from "./embedded-lock.ts";

const folder = temporaryFolder();

function dataFolder(name: string): string {
  mkdirSync(join(folder, name));
  return join(folder, name);
}

test("a folder has one owner at a time, and any number beside it", () => {
  const data = dataFolder("one");
  const owner = takeOwnership(data);
  assert.ok(owner);
  assert.equal(takeOwnership(data), null);
  const [first, second] = [joinOwner(data), joinOwner(data)];
  assert.ok(first && second);
  first();
  second();
  owner.release();
  const next = takeOwnership(data);
  assert.ok(next);
  next.release();
});

test("an owner that leaves waits for those beside it, lets none in, and stays the owner to the last", async () => {
  const data = dataFolder("leaving");
  const owner = takeOwnership(data);
  const leave = joinOwner(data);
  assert.ok(owner && leave);
  let alone = false;
  const waiting = owner.untilAlone().then(() => {
    alone = true;
  });
  await turn();
  assert.equal(alone, false);
  assert.equal(joinOwner(data), null);
  leave();
  await waiting;
  assert.equal(joinOwner(data), null);
  assert.equal(takeOwnership(data), null);
  owner.release();
  takeOwnership(data)?.release();
});

test("the owner's word names the process and the command, and goes with it", () => {
  const data = dataFolder("word");
  const owner = takeOwnership(data);
  writeOwner(data, undefined);
  assert.equal(readOwner(data)?.pid, process.pid);
  assert.match(readOwner(data)?.command ?? "", /^truepenny/);
  owner?.release();
  assert.equal(readOwner(data), undefined);
});
