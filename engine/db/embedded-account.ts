import { chownSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export type Account = { name: string; uid: number; gid: number };

// The first of these that the machine has. Who wants the data apart from every other program adds one of the first name.
const preferred = ["truepenny", "postgres", "daemon", "nobody"];

/** An unprivileged account of this machine. PostgreSQL's initdb insists on one that has a name. */
export function someAccount(): Account {
  const accounts = allAccounts();
  for (const name of preferred) {
    const account = accounts.find((one) => one.name === name && one.uid !== 0);
    if (account) return account;
  }
  throw new Error(`PostgreSQL does not run as root, and there is no account ${preferred.join(", ")} to run it as.`);
}

/** The account that owns a path. */
export function accountOf(path: string): Account {
  const { uid, gid } = statSync(path);
  const name = allAccounts().find((one) => one.uid === uid)?.name ?? String(uid);
  return { name, uid, gid };
}

/** Gives a folder and all in it to an account, the folder itself last: an interrupted run is seen and done again. */
export function giveTree(account: Account, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveTree(account, path);
    else if (!entry.isSymbolicLink()) chownSync(path, account.uid, account.gid);
  }
  chownSync(folder, account.uid, account.gid);
}

function allAccounts(): Account[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name: name ?? "", uid: Number(uid), gid: Number(gid) }));
}
