import assert from "node:assert/strict";
import { test } from "node:test";
import { localeOf, validLocales } from "./reader.ts";

test("times are spelled as the browser does where it is of that language, else as is usual in it", () => {
  assert.equal(localeOf("en", ["de-AT", "en-US", "en"]), "en-US");
  assert.equal(localeOf("de", ["en-US", "de-AT"]), "de-AT");
  assert.equal(localeOf("de", ["en-US", "de"]), "de-DE");
});

test("a language that a browser names wrongly is passed over, and times are still said", () => {
  assert.deepEqual(validLocales(["en-US@posix", "C", "", "en_GB", "de-CH"]), ["de-CH"]);
  const locale = localeOf("en", ["en-US@posix", "en_GB"]);
  assert.equal(new Intl.DateTimeFormat(locale, { hour: "2-digit", timeZone: "UTC" }).resolvedOptions().locale, "en-GB");
});
