import assert from "node:assert/strict";
import { test } from "node:test";
import { renderMail, type Sheet } from "./mail.ts";

const sheet: Sheet = {
  language: "en",
  subject: "Done: <b>valve</b>",
  paragraphs: ["First line\nsecond line", `<script>alert("x")</script> & more`],
  acts: [
    { label: "Yes", path: "/yes" },
    { label: "Not yet", path: "/not-yet" },
  ],
  signature: ["Ana Ortiz", "Ortiz Heating & Water"],
  foot: "Your page:",
  page: "https://word.example/c/abc",
};

test("the text has the words, each way to answer with its address, the signature, and the page at its foot", () => {
  assert.equal(
    renderMail(sheet).text,
    `First line
second line

<script>alert("x")</script> & more

Yes:
https://word.example/c/abc/yes

Not yet:
https://word.example/c/abc/not-yet

Ana Ortiz
Ortiz Heating & Water

--${" "}
Your page:
https://word.example/c/abc
`,
  );
});

test("in the HTML words are only words, line breaks stay, and there is nothing to load", () => {
  const { html } = renderMail(sheet);
  assert.match(html, /First line<br>second line/);
  assert.match(html, /&lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt; &amp; more/);
  assert.match(html, /<title>Done: &lt;b&gt;valve&lt;\/b&gt;<\/title>/);
  assert.match(html, /<a href="https:\/\/word\.example\/c\/abc\/not-yet"[^>]*>Not yet<\/a>/);
  assert.doesNotMatch(html, /<img|<script|<link|url\(/);
});

test("a long letter with many ways to answer stays under ten kilobytes of frame", () => {
  const acts = Array.from({ length: 10 }, (_, n) => ({ label: `Answer: promise ${n}`, path: `/promises/${n}` }));
  assert.ok(renderMail({ ...sheet, acts }).html.length < 10_000);
});
