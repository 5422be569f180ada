import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "./config.ts";

test("with nothing set the house stands on port 3000 of this machine, its data in ./data", () => {
  const { port, host, dataFolder, databaseUrl, trustedProxies } = readConfig({ PORT: "", DATABASE_URL: " " });
  assert.deepEqual([port, host, databaseUrl, trustedProxies], [3000, "127.0.0.1", undefined, []]);
  assert.match(dataFolder, /data$/);
});

test("what is set is read: proxies in a list, the public address without its last stroke", () => {
  const config = readConfig({
    TRUSTED_PROXIES: "10.0.0.1, 10.1.0.0/16",
    PUBLIC_URL: "https://word.example.com/",
    PORT: "0",
    OIDC_ISSUER: "https://id.example.com/",
    OIDC_CLIENT_ID: "truepenny",
    OIDC_CLIENT_SECRET: "between us",
  });
  assert.deepEqual(config.oidc?.issuer, "https://id.example.com");
  assert.deepEqual(config.trustedProxies, ["10.0.0.1", "10.1.0.0/16"]);
  assert.equal(config.publicUrl, "https://word.example.com");
  assert.equal(config.port, 0);
});

test("what cannot be meant is refused with a sentence", () => {
  assert.throws(() => readConfig({ PORT: "http" }), { code: "bad_port" });
  assert.throws(() => readConfig({ PORT: "70000" }), { code: "bad_port" });
  assert.throws(() => readConfig({ PUBLIC_URL: "word.example.com" }), { code: "bad_public_url" });
  for (const wrong of ["mail.example.com", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.0/x"]) {
    assert.throws(() => readConfig({ PRIVATE_NETWORKS: wrong }), { code: "bad_network" });
  }
  assert.throws(() => readConfig({ DRAIN_SECONDS: "1h" }), { code: "bad_drain_seconds" });
  assert.throws(() => readConfig({ OIDC_ISSUER: "https://id.example.com" }), { code: "bad_oidc" });
  assert.throws(() => readConfig({ LOG_LEVEL: "loud" }), { code: "bad_log_level" });
});
