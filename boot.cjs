"use strict";
/**
 * The first step of every command, on any Node from 18 on: fetches the Node that Truepenny runs on where the machine's
 * own is older, installs the packages when their lock file changed, builds the staff's app when its sources changed, and hands over to the program in this same process.
 */
const { spawn, spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const { delimiter, dirname, join } = require("node:path");
const { pathToFileURL } = require("node:url");

const nodeVersion = "24.21.0";
const npmVersion = "11.19.1";
const longestInstallMinutes = 15;
const runtime = join(__dirname, ".runtime");
const nodePackage = `node-${process.platform}-${process.arch}`;
const ourNode = join(runtime, "node_modules", nodePackage, "bin", "node");
const ourNpm = join(runtime, "node_modules", "npm", "bin", "npm-cli.js");
const words = process.argv.slice(2);
/** What is no command of the program but of those who build it. */
const ofDevelopers = {
  test: "test/run.ts",
  schema: "test/write-schema.ts",
  fuzz: "test/fuzz/run.ts",
  "hostile-mail": "test/hostile-mail/run.ts",
  bench: "test/bench/run.ts",
  screens: "test/screens/run.ts",
  chaos: "test/chaos/run.ts",
};
/** The commands that show the staff's app; `build` only makes it. */
const showing = ["serve", "test", "build", "bench", "screens"];

try {
  if (isOlder(process.versions.node, nodeVersion)) {
    once(
      join(runtime, "node_modules", ".truepenny-node"),
      `${nodePackage} ${nodeVersion}, npm ${npmVersion}`,
      fetchNode,
    );
    startAgain();
  } else {
    stopWithParent();
    const lock = createHash("sha256")
      .update(fs.readFileSync(join(__dirname, "package-lock.json")))
      .digest("hex");
    once(join(__dirname, "node_modules", ".truepenny-lock"), lock, installPackages);
    if (showing.includes(words[0])) once(join(runtime, "web", ".sources"), digestOfSources(), buildApp);
    if (words[0] !== "build") handOver();
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function fetchNode() {
  say(
    `Truepenny runs on Node ${nodeVersion}, and this is ${process.versions.node}. Fetching the newer one into .runtime/`,
  );
  const packages = [`${nodePackage}@${nodeVersion}`, `npm@${npmVersion}`];
  npm(["install", "--prefix", runtime, "--no-save", "--no-package-lock", ...packages]);
}

function installPackages() {
  say("Installing the packages that Truepenny is made of");
  npm(["ci", "--include=dev", "--include=optional"]);
}

/** What the staff's app is made of: its own files, the pure ones that decide on its screens, and the packages. */
function digestOfSources() {
  const files = ["web", "base", "app"].flatMap(filesBelow).filter((file) => !/\.test\.ts$/.test(file));
  const digest = createHash("sha256");
  for (const file of ["package-lock.json", "vite.config.ts", ...files.sort()]) {
    digest.update(`${file}\n`).update(fs.readFileSync(join(__dirname, file)));
  }
  return digest.digest("hex");
}

function filesBelow(folder) {
  const entries = fs.readdirSync(join(__dirname, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function buildApp() {
  say("Building the staff's app");
  const vite = join(__dirname, "node_modules", "vite", "bin", "vite.js");
  const options = { stdio: ["ignore", 2, 2], cwd: __dirname };
  const { status } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn"], options);
  if (status !== 0) throw new Error("The staff's app could not be built; vite says why above.");
}

/** The same command under the newer Node, in a second process whose end is ours too. */
function startAgain() {
  const child = spawn(ourNode, [...process.execArgv, __filename, ...words], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  // Ctrl-C in a terminal reaches both of us by itself; a signal sent by a program reaches only this process.
  const byItself = require("node:tty").isatty(0) ? ["SIGINT"] : [];
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => byItself.includes(signal) || child.kill(signal));
  }
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** The channel to the process that started us falls when it dies, even of `kill -9`. */
function stopWithParent() {
  if (!process.channel) return;
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}

function handOver() {
  // The old objects are looked through when they have grown by a third, and not only when they have doubled.
  require("node:v8").setFlagsFromString("--heap-growing-percent=30");
  require("node:module").enableCompileCache(join(runtime, "compiled"));
  const [tool, args] = Object.hasOwn(ofDevelopers, words[0]) ? [ofDevelopers[words[0]], words.slice(1)] : [];
  const program = join(__dirname, tool ?? "cli/truepenny.ts");
  process.argv = [process.argv[0], program, ...(args ?? words)];
  void import(pathToFileURL(program).href);
}

/** Does a piece of set-up unless its stamp says that it was done, and not twice when two commands start together. */
function once(stamp, value, work) {
  if (read(stamp) === value) return;
  const unlock = lockRuntime();
  try {
    if (read(stamp) === value) return;
    work();
    fs.writeFileSync(stamp, value);
  } finally {
    unlock();
  }
}

/** Waits for its turn and answers how to end it. */
function lockRuntime() {
  const lock = join(runtime, "lock");
  fs.mkdirSync(runtime, { recursive: true });
  for (let waits = 0; ; waits++) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: "wx" });
      return () => fs.rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (waits === 5) say("Waiting for another Truepenny that is setting up");
    if (isStale(lock)) breakLock(lock);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

/** A lock counts no more when its process is gone, or when it is older than any install takes. */
function isStale(lock) {
  const holder = Number(read(lock));
  const writtenAt = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  if (!holder) return Date.now() - writtenAt > 1000; // younger: it is just being written
  if (Date.now() - writtenAt > longestInstallMinutes * 60_000) return true;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/** Moved before it is removed: of two that find it stale, the slower one must not remove the lock of the quicker. */
function breakLock(lock) {
  const moved = `${lock}.${process.pid}`;
  try {
    fs.renameSync(lock, moved);
    if (isStale(moved)) fs.rmSync(moved);
    else fs.renameSync(moved, lock);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

/** Runs npm: the one fetched with our Node, else the one that started us, else the one on the PATH. */
function npm(args) {
  const started = process.env.npm_execpath ?? "";
  const script = process.execPath === ourNode ? ourNpm : started.endsWith("npm-cli.js") ? started : undefined;
  const [file, line] = script ? [process.execPath, [script, ...args]] : ["npm", args];
  const PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  // npm looks for the machine's settings (a mirror, its certificates) beside the Node it runs on, and ours has none.
  const machine = spawnSync("npm", ["config", "get", "globalconfig"], { encoding: "utf8" }).stdout?.trim();
  const env = { ...(machine && { npm_config_globalconfig: machine }), ...process.env, PATH };
  // Its words go to stderr: stdout belongs to the command, whose last line a program may read.
  const options = { stdio: ["ignore", 2, 2], cwd: __dirname, env };
  const { error, status } = spawnSync(file, [...line, "--ignore-scripts", "--no-audit", "--no-fund"], options);
  if (error) throw new Error(`npm does not start (${error.message}). Install npm, then try again.`);
  if (status !== 0) throw new Error(`npm ${args[0]} did not succeed; it says why above. Mend that and try again.`);
}

function isOlder(version, wanted) {
  const [a, b] = [version, wanted].map((one) => one.split(".").map(Number));
  const at = a.findIndex((number, index) => number !== b[index]);
  return at >= 0 && a[at] < b[at];
}

function read(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function say(sentence) {
  process.stderr.write(`${sentence} …\n`);
}
