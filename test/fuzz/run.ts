import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";

/**
 * `npm run fuzz -- [requests] [seed]`: the test of this folder with 100,000 requests, and other ones each time. A failure
 * names its seed, by which the same requests are made again.
 */
const [requests = "100000", seed = String(Date.now() % 1e9)] = process.argv.slice(2);

const root = dirname(dirname(import.meta.dirname));
const { DATABASE_URL, SMTP_URL, ...rest } = process.env;
const env = { ...rest, FUZZ_REQUESTS: requests, FUZZ_SEED: seed };
const args = ["--test", "--test-reporter=spec", join("test", "fuzz", "fuzz.test.ts")];
const child = spawn(process.execPath, args, { cwd: root, env, stdio: "inherit" });
const [code] = await once(child, "exit");
process.exitCode = code ?? 1;
