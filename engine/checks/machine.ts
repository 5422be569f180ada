import { accessSync, constants, readFileSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "#engine/config.ts";
import { codeOf } from "#engine/http/door-problem.ts";
import { type Finding, well, wrong } from "./finding.ts";

const oldestNode = 24;
const mebibyte = 1024 * 1024;
// PostgreSQL needs room for its log in bursts; below this a busy day can fill the disk.
const leastFreeMebibytes = 1024;
const fewestCharacters = 22;

/** What can be seen without the database: the program, the data folder, the key, the addresses. Makes and changes nothing. */
export function checkMachine(config: Config): Finding[] {
  return [checkNode(process.versions.node), ...checkFolder(config), checkKey(config), checkPublicUrl(config)];
}

export function checkNode(version: string): Finding {
  if (Number.parseInt(version, 10) >= oldestNode) return well("node", `Node ${version}`);
  return wrong("node", `Node ${version} is too old.`, "Start by ./truepenny or npm, which bring the right one.");
}

function checkFolder({ dataFolder, databaseUrl }: Config): Finding[] {
  const stat = statSync(dataFolder, { throwIfNoEntry: false });
  if (!stat && databaseUrl) return [];
  if (!stat?.isDirectory()) {
    const todo = "Start the house once (npm start), or name its folder in TRUEPENNY_DATA.";
    return [wrong("data folder", `There is no data folder ${dataFolder}.`, todo)];
  }
  return [folderRights(dataFolder, stat.mode), freeDisk(dataFolder)];
}

/** Others may at most pass through (0711), which a PostgreSQL under an account of its own needs. */
function folderRights(folder: string, mode: number): Finding {
  const rights = (mode & 0o777).toString(8);
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    const todo = "Run as the user whose house it is, or give the folder to this one.";
    return wrong("data folder", `This user may not read and write ${folder}.`, todo);
  }
  if ((mode & 0o066) === 0) return well("data folder", `${folder} is this user's alone.`);
  return wrong("data folder", `Others may look into ${folder} (${rights}).`, `chmod 700 ${folder}`);
}

function freeDisk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / mebibyte);
  if (free >= leastFreeMebibytes) return well("disk", `${free} MiB are free.`);
  return wrong("disk", `Only ${free} MiB are free for ${folder}.`, "Make room: a full disk refuses every write.");
}

function checkKey({ dataFolder, secret }: Config): Finding {
  const file = join(dataFolder, "secret");
  const restore = "Put back the one from your backup: customers' links and mail passwords hang on it.";
  if (secret !== undefined) return ofLength(secret, "TRUEPENNY_SECRET", restore);
  try {
    const key = readFileSync(file, "utf8").trim();
    const { mode } = statSync(file);
    if ((mode & 0o077) !== 0) return wrong("key", `Others may read the secret key in ${file}.`, `chmod 600 ${file}`);
    return ofLength(key, file, restore);
  } catch (problem) {
    return wrong("key", `There is no secret key to read in ${file} (${codeOf(problem)}).`, restore);
  }
}

function ofLength(key: string, where: string, todo: string): Finding {
  if (key.length >= fewestCharacters) return well("key", `The secret key is in ${where}.`);
  return wrong("key", `${where} holds no key of at least ${fewestCharacters} characters.`, todo);
}

function checkPublicUrl({ publicUrl, smtpUrl }: Config): Finding {
  const what = "public address";
  const todo = "Set PUBLIC_URL as people reach the house, like https://promises.example.com.";
  if (publicUrl === undefined) {
    if (smtpUrl === undefined)
      return well(what, "PUBLIC_URL is not set: links lead to this machine, for trying it out.");
    return wrong(what, "PUBLIC_URL is not set: links in customers' mail lead to this machine only.", todo);
  }
  const { protocol, hostname } = new URL(publicUrl);
  const isHere = /^(?:localhost|127\.|\[::1\])/.test(hostname);
  if (protocol === "https:" || isHere) return well(what, `Links begin with ${publicUrl}.`);
  return wrong(what, `Links begin with ${publicUrl}: whoever listens on the way can use them.`, todo);
}
