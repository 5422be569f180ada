import { createHmac, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { invalid } from "#base/refusal.ts";

// 128 bits as base64url: below that a key could be guessed.
const fewestCharacters = 22;

/**
 * The house's key: the one given, else the one in the data folder, made on the first start. Whoever has it can write
 * links and enter the database, so it is part of every backup and of nothing else. Refuses `secret_too_short`.
 */
export function houseSecret(dataFolder: string, given?: string): string {
  const secret = given ?? readSecret(dataFolder) ?? makeSecret(dataFolder);
  if (secret.length >= fewestCharacters) return secret;
  const where = given === undefined ? `The file ${join(dataFolder, "secret")}` : "TRUEPENNY_SECRET";
  throw invalid(
    "secret_too_short",
    `${where} holds no key of at least ${fewestCharacters} characters. Put back the one from your backup, since links and the database's passwords are derived from it.`,
  );
}

/** A key for one purpose (base64url, 256 bits): one that leaks does not give away the others, nor the house's own. */
export function derive(secret: string, purpose: string): string {
  return createHmac("sha256", secret).update(purpose).digest("base64url");
}

function readSecret(dataFolder: string): string | null {
  try {
    return readFileSync(join(dataFolder, "secret"), "utf8").trim();
  } catch (problem) {
    if (problem instanceof Error && "code" in problem && problem.code === "ENOENT") return null;
    throw problem;
  }
}

/** Written beside and then linked into place: never half a key, and of two that start at once both read the same. */
function makeSecret(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const beside = join(dataFolder, `.secret-${process.pid}`);
  rmSync(beside, { force: true });
  const file = openSync(beside, "wx", 0o600);
  writeSync(file, `${randomBytes(32).toString("base64url")}\n`);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(beside, join(dataFolder, "secret"));
  } catch (problem) {
    if (!(problem instanceof Error && "code" in problem && problem.code === "EEXIST")) throw problem;
  } finally {
    rmSync(beside, { force: true });
  }
  return readSecret(dataFolder) ?? "";
}
