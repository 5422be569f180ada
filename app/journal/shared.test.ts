import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { newId } from "#base/id.ts";
import { instant, plusSeconds } from "#base/instant.ts";
import { chainHash, writeEntry } from "./entry.ts";
import { type KeptEntry, startOf, type Texts, verifyChain } from "./proof.ts";
import { shareEntry, shareHead, shareWithCustomer } from "./shared.ts";

const folder = mkdtempSync(join(tmpdir(), "truepenny-journal-"));
after(() => rmSync(folder, { recursive: true }));

const script = join(import.meta.dirname, "../../docs/check-journal.mjs");
const chainId = newId();
const { entries, texts } = written(6);
const head = entries.at(-1) ?? assert.fail();
const whole = [...entries.map((entry) => shareEntry(entry, texts)), shareHead(head)];

describe("an export of the journal, checked without Truepenny", () => {
  test("is whole when nobody touched it", () => {
    assert.deepEqual(check(whole), { status: 0, said: "whole: 6 entries in 1 chains\n" });
    assert.deepEqual(verifyChain(head, entries, texts), []);
  });

  test("is whole for the customer, who does not see what is internal", () => {
    const lines = entries.map((entry) => shareWithCustomer(entry, texts));
    assert.deepEqual(
      lines.map((line) => "entry" in line),
      [true, false, true, false, true, false],
    );
    assert.ok(!JSON.stringify(lines).includes("number 1"));
    assert.equal(check([...lines, shareHead(head)]).status, 0);
  });

  test("is whole when texts were erased", () => {
    assert.equal(check([...entries.map((entry) => shareEntry(entry, new Map())), shareHead(head)]).status, 0);
  });

  test("shows every changed part", () => {
    for (const [part, changed] of Object.entries({
      entry: [
        ...whole.slice(0, 2),
        { ...whole[2], entry: entries[2]?.entry.replace('"n":2', '"n":3') },
        ...whole.slice(3),
      ],
      hash: [
        ...whole.slice(0, 2),
        { ...whole[2], hash: createHash("sha256").update("x").digest("hex") },
        ...whole.slice(3),
      ],
      order: [whole[1], whole[0], ...whole.slice(2)],
      middle: whole.toSpliced(3, 1),
      tail: whole.toSpliced(5, 1),
      "tail with its head": whole.slice(0, 4),
      head: [...whole.slice(0, -1), { ...whole.at(-1), seq: 5 }],
      text: JSON.parse(JSON.stringify(whole).replace("number 2", "number 7")),
      chain: JSON.parse(JSON.stringify(whole).replaceAll(chainId, newId())),
      everything: [],
    })) {
      assert.equal(check(changed).status, 1, part);
    }
  });

  test("shows beside an earlier one that history was rewritten", () => {
    const earlier = [...whole.slice(0, 4), shareHead(entries[3] ?? assert.fail())];
    assert.equal(check(whole, earlier).status, 0);
    const other = written(6);
    const rewritten = [
      ...other.entries.map((entry) => shareEntry(entry, other.texts)),
      shareHead(other.entries[5] ?? head),
    ];
    assert.equal(check(rewritten).status, 0);
    assert.match(check(rewritten, earlier).said, /up to entry 4 is not what it was/);
  });
});

function check(lines: unknown[], earlier?: unknown[]): { status: number | null; said: string } {
  const files = [lines, ...(earlier ? [earlier] : [])].map((given, n) => {
    const file = join(folder, `export-${n}.jsonl`);
    writeFileSync(file, given.map((line) => `${JSON.stringify(line)}\n`).join(""));
    return file;
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...files], { encoding: "utf8" });
  assert.equal(stderr, "");
  return { status, said: stdout };
}

/** A chain as the database would keep it; every second entry is internal. */
function written(count: number): { entries: KeptEntry[]; texts: Texts } {
  const entries: KeptEntry[] = [];
  const texts = new Map<string, { chainId: string; salt: Buffer; text: string }>();
  for (let n = 0; n < count; n++) {
    const at = plusSeconds(instant("2026-03-01T09:00:00Z"), n);
    const shown = { what: "update sent", at, by: "machine" as const, forCustomer: n % 2 === 0 };
    const { line, texts: apart } = writeEntry({ ...shown, chainId, facts: { n }, words: { text: `number ${n} ✓` } });
    for (const { digest, ...kept } of apart) texts.set(digest.toString("hex"), { chainId, ...kept });
    const hash = chainHash(entries.at(-1)?.hash ?? startOf(chainId).hash, n + 1, line);
    entries.push({ chainId, seq: n + 1, at, what: shown.what, subjectId: null, byMemberId: null, entry: line, hash });
  }
  return { entries, texts };
}
