/** docs/security.md answers every requirement of OWASP ASVS 5.0, levels 1 and 2, and names only what is there. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "..");
const paper = readFileSync(join(root, "docs/security.md"), "utf8");

type Row = { number: string; asked: string; stands: string; by: string };
const rows: Row[] = [...paper.matchAll(/^\| ([\d.]+) \| (.+?) \| (.+?) \| (.+) \|$/gm)].map(
  ([, number = "", asked = "", stands = "", by = ""]) => ({ number, asked, stands, by }),
);

/** How many requirements of levels 1 and 2 each section has; those of level 3 come after them. */
const sections = {
  ...{ "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1 },
  ...{ "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4 },
  ...{ "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4 },
  ...{ "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1 },
  ...{ "9.1": 3, "9.2": 4, "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3 },
  ...{ "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4 },
  ...{ "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4, "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7 },
  ...{ "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3, "17.1": 1, "17.2": 4, "17.3": 2 },
};

test("every requirement of the two levels has one line, in order", () => {
  const all = Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
  );
  assert.equal(all.length, 253);
  assert.deepEqual(
    rows.map(({ number }) => number),
    all,
  );
});

test("a yes names a test that is there, or the words that are asked for; all else gives its reason", () => {
  const documents = /^(?:2\.1|4\.1\.2|5\.1|6\.1|6\.2\.10|6\.5\.4|7\.1|7\.6\.1|8\.1|11\.1|13\.1|14\.1|15\.1|16\.1)/;
  const wrong = rows.filter(({ number, stands, by }) => {
    if (stands !== "yes") return !["partly", "lacks", "not here"].includes(stands) || by.length < 8;
    return !/`[\w./-]+\.test\.ts`/.test(by) && !(documents.test(number) && /\]\(.+\)/.test(by));
  });
  assert.deepEqual(wrong, []);
});

test("every file that a line names is there", () => {
  const named = rows.flatMap(({ by }) =>
    [...by.matchAll(/`((?:[\w-]+\/)+[\w.-]+\.ts)`/g)].map(([, file = ""]) => file),
  );
  assert.ok(named.length > 150);
  assert.deepEqual(
    [...new Set(named)].filter((file) => !existsSync(join(root, file))),
    [],
  );
});

test("the sum that stands above the tables is theirs", () => {
  const count = (what: string) => `${rows.filter(({ stands }) => stands === what).length} ${what}`;
  const sum = ["yes", "partly", "lacks", "not here"].map(count).join(", ");
  assert.ok(paper.includes(`Of ${rows.length}: ${sum}.`), sum);
});
