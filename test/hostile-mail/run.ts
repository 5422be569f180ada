import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";

/**
 * `npm run hostile-mail -- [mails] [seed]`: the tests of this folder with 100,000 mails, and other ones each time. A failure
 * names its seed, by which the same mails are made again.
 */
const [mails = "100000", seed = String(Date.now() % 1e9)] = process.argv.slice(2);

const root = dirname(dirname(import.meta.dirname));
const env = { ...process.env, HOSTILE_MAILS: mails, HOSTILE_SEED: seed };
const files = ["hostile-mail", "hostile-filing"].map((name) => join("test", "hostile-mail", `${name}.test.ts`));
const args = ["--expose-gc", "--test", "--test-reporter=spec", ...files];
const child = spawn(process.execPath, args, { cwd: root, env, stdio: "inherit" });
const [code] = await once(child, "exit");
process.exitCode = code ?? 1;
