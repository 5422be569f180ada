import assert from "node:assert/strict";
import { test } from "node:test";
import { deviceNameOf, hindranceOf } from "./device.ts";

const chrome =
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
const edge =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0";

test("a device is named so that its owner knows it again", () => {
  assert.equal(deviceNameOf(chrome), "Chrome · Android");
  assert.equal(deviceNameOf(iphone), "Safari · iPhone");
  assert.equal(deviceNameOf(edge), "Edge · Windows");
  assert.equal(deviceNameOf("something new"), "Browser");
});

test("where a device cannot be pushed it is said why", () => {
  const well = { isSecure: true, hasPush: true, permission: "default", userAgent: chrome };
  assert.equal(hindranceOf(well), null);
  assert.equal(hindranceOf({ ...well, isSecure: false, hasPush: false }), "insecure");
  assert.equal(hindranceOf({ ...well, hasPush: false }), "unsupported");
  assert.equal(hindranceOf({ ...well, hasPush: false, userAgent: iphone }), "ios");
  assert.equal(hindranceOf({ ...well, permission: "denied" }), "blocked");
});
