import assert from "node:assert/strict";
import { test } from "node:test";
import { aPromise, on } from "#test/harness/promise-life.ts";
import { caughtUp } from "./lateness.ts";
import type { Promise_ } from "./promise.ts";
import { ended, kept } from "./settling.ts";
import { hasSlipped } from "./waiting.ts";

const open = aPromise({ dueAt: on("Mon 13:00") });
const done = kept(open, {}, on("Mon 12:00"), "said");

test("what others wait for slips when it moves on, passes its due, is given up or is opened again", () => {
  const table: [what: string, before: Promise_, after: Promise_, slips: boolean][] = [
    ["nothing happened", open, open, false],
    ["kept", open, done, false],
    ["brought forward", open, { ...open, dueAt: on("Mon 11:00") }, false],
    ["moved on", open, { ...open, dueAt: on("Tue 11:00") }, true],
    ["past its due", open, caughtUp(open, on("Mon 13:01")), true],
    ["past its due as it was before", caughtUp(open, on("Mon 13:01")), caughtUp(open, on("Mon 14:00")), false],
    ["kept late, which was known", caughtUp(open, on("Mon 13:01")), kept(open, {}, on("Mon 14:00"), "said"), false],
    ["not kept", open, ended(open, "not_kept", on("Mon 12:00"), "member"), true],
    ["let go by its customer", open, ended(open, "released", on("Mon 12:00"), "customer"), true],
    ["void", open, ended(open, "void", on("Mon 12:00"), "member"), true],
    ["kept, and yet not kept", done, { ...done, state: "not_kept" }, true],
    ["opened again", done, { ...done, state: "open", settledAt: null }, true],
  ];
  for (const [what, before, after, slips] of table) assert.equal(hasSlipped(before, after), slips, what);
});
