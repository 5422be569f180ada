import assert from "node:assert/strict";
import { test } from "node:test";
import { snippetOf } from "./snippet.ts";

test("a name puts nothing of its own into the page that shows the form", () => {
  const snippet = snippetOf({ url: "https://word.example/form/1/2", name: `"><script>"&` });
  assert.match(snippet, /^<iframe src="https:\/\/word\.example\/form\/1\/2" title="&quot;>&lt;script>&quot;&amp;" /);
});
