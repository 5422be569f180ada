import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Problem } from "./problem.ts";
import { learnSentences, sentenceOf } from "./sentences.ts";
import { sentencesDe } from "./sentences-de.ts";

await learnSentences("de");

const root = join(import.meta.dirname, "../..");

/** What only programs meet, and what only a customer does on their page, which has its own words. */
const notOfTheDesk = [
  ...["bad_credentials", "bad_cursor", "bad_idempotency_key", "bad_if_match", "bad_json", "bad_request", "bad_url"],
  ...["headers_too_large", "method_not_allowed", "no_credentials", "not_built", "too_many_streams", "too_slow"],
  "text_not_signed",
  ...["wrong_content_type", "choice_missing", "other"],
];

test("every no that the house may say has a German sentence", () => {
  const said =
    /(?:invalid|conflict|forbidden|new DoorProblem\(\s*\d+,|new Refusal\(\s*"\w+",)\s*\(?\s*"([a-z]+(?:_[a-z]+)*)"/g;
  const files = globSync(["app/**/*.ts", "base/**/*.ts", "engine/http/*.ts"], { cwd: root });
  const codes = files
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) => [...readFileSync(join(root, file), "utf8").matchAll(said)].map(([, code = ""]) => code));
  assert.ok(codes.length > 100);
  const missing = [...new Set(codes)].filter((code) => !sentencesDe[code] && !notOfTheDesk.includes(code));
  assert.deepEqual(missing, [], "write them into web/desk/sentences-de.ts");
});

test("a problem is said in the reader's language, and the house's own sentence is the English one", () => {
  const problem = new Problem(422, { code: "due_past", detail: "The new due time must be in the future." });
  assert.equal(sentenceOf(problem, "en"), "The new due time must be in the future.");
  assert.equal(sentenceOf(problem, "de"), "Die neue Zeit muss noch kommen.");
});

test("a bug has a sentence too, whatever its code", () => {
  assert.match(sentenceOf(new Problem(502, { code: "trouble", detail: "Bad Gateway" }), "de"), /nichts wurde geändert/);
});
