import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { byDay, isErased, whats, wordsOf } from "./timeline.ts";

const app = join(import.meta.dirname, "../../app");

test("whatever the journal of a customer says has its words here", () => {
  const sources = globSync("{arrivals,cases,customers,messages,promises,exports}/actions*.ts", { cwd: app }).filter(
    (path) => !path.endsWith(".test.ts"),
  );
  const said = sources.flatMap((path) =>
    [
      ...readFileSync(join(app, path), "utf8").matchAll(
        /(?<!missing\()"((?:promise|customer|contact|message|move|page|link|links|profile|address|request|series|ring|owner|work|case|cause|pulse|status) [a-z -]+)"/g,
      ),
    ].map(([, what = ""]) => what),
  );
  // What becomes of a cause stands in the journal of the house.
  const known = new Set<string>([...whats, "cause ended", "cause resumed"]);
  assert.ok(said.length > 40);
  assert.deepEqual(
    [...new Set(said)].filter((what) => !known.has(what)),
    [],
  );
});

test("a line says each word once, and not what it shows already", () => {
  const entry = {
    words: { text: "Bring the key", reason: "No valve" },
    promise: { text: "Bring the key" },
    case: null,
    message: null,
  };
  assert.deepEqual(wordsOf(entry), ["No valve"]);
  assert.ok(!isErased(entry));
  assert.ok(isErased({ words: { text: null } }));
});

test("what happened is told day by day, newest first", () => {
  const entries = ["2026-11-23T12:00:00Z", "2026-11-23T08:00:00Z", "2026-11-22T08:00:00Z"].map((at) => ({ at }));
  assert.deepEqual(
    byDay(entries, (ms) => Math.floor(ms / 86_400_000)).map((day) => day.length),
    [2, 1],
  );
});
