import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { startCluster } from "#test/harness/cluster.ts";

/** `npm test`: every check in order, stopping at the first that fails. `npm test -- a.test.ts` runs only those files. */
const root = dirname(import.meta.dirname);
const chosen = process.argv.slice(2);
// A test that waits for something that never comes ends instead of holding the run for ever.
const longestTestSeconds = 1200;

process.exitCode = (await (chosen.length > 0 ? runTests("Chosen tests", chosen) : runAll())) ? 0 : 1;

async function runAll(): Promise<boolean> {
  const journeys = globSync("test/journeys/**/*.test.ts", { cwd: root }).sort();
  const others = globSync("{app,base,cli,db,engine,portal,test,web}/**/*.test.ts", { cwd: root })
    .filter((file) => !file.startsWith("test/journeys/"))
    .sort();
  return (
    (await runTool("Format and lint", "biome", ["check", "--error-on-warnings"])) &&
    (await runTool("Forgotten promises", "oxlint", ["--deny-warnings"])) &&
    (await runTool("Types", "tsc", [])) &&
    (await runTool("Types of the staff's app", "tsc", ["-p", "web"])) &&
    (await runTool("Unused code", "knip", [])) &&
    (await runTests("House rules, schema, units and integration", others)) &&
    (await runTests("Journeys in a browser", journeys))
  );
}

async function runTool(title: string, tool: string, args: string[]): Promise<boolean> {
  const { ok } = await run(title, join(root, "node_modules", ".bin", tool), args, environment());
  return ok;
}

/** A run that executed nothing, or left something out, has proved nothing: it fails. */
async function runTests(title: string, files: string[]): Promise<boolean> {
  const cluster = await startCluster();
  try {
    const args = ["--test", "--test-concurrency=2", `--test-timeout=${longestTestSeconds * 1000}`, ...files];
    const env = { ...environment(), TRUEPENNY_TEST_CLUSTER: JSON.stringify(cluster.connection) };
    // Without a file Node would go and find some by itself.
    if (files.length === 0) return failed(title, "there is no test file");
    const { ok, output } = await run(title, process.execPath, args, env);
    const count = (what: string) => Number(new RegExp(`^ℹ ${what} (\\d+)$`, "m").exec(output)?.[1] ?? Number.NaN);
    if (!ok) return false;
    // Node counts a file without tests as one test that passed, under the file's own name.
    const empty = files.filter((file) => output.includes(`✔ ${file} (`));
    if (empty.length > 0) return failed(title, `there is no test in ${empty.join(", ")}`);
    if (!(count("pass") > 0)) return failed(title, "no test was executed");
    if (count("skipped") + count("todo") !== 0) return failed(title, "some tests were skipped or left to do");
    return true;
  } finally {
    await cluster.stop();
  }
}

/** Nothing outside the clone may change what a test says. */
function environment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, SMTP_URL, PUBLIC_URL, PORT, TRUEPENNY_DATA, ...rest } = process.env;
  return { ...rest, PATH: `${dirname(process.execPath)}${delimiter}${rest.PATH}` };
}

async function run(title: string, file: string, args: string[], env: NodeJS.ProcessEnv) {
  process.stdout.write(`\n── ${title} ──\n`);
  const color = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
  const child = spawn(file, args, { cwd: root, env: { ...env, ...color }, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (words: string) => {
    process.stdout.write(words);
    output += words;
  });
  const [status]: (number | null)[] = await once(child, "close");
  const ok = status === 0;
  if (!ok) failed(title, `${file} ended with ${status ?? "a signal"}`);
  return { ok, output: stripVTControlCharacters(output) };
}

function failed(title: string, why: string): false {
  process.stdout.write(`\n✖ ${title}: ${why}.\n`);
  return false;
}
