import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "#base/refusal.ts";
import { checkLateness } from "#engine/checks/behind.ts";
import { type Finding, wrong } from "#engine/checks/finding.ts";
import { checkMachine } from "#engine/checks/machine.ts";
import { checkMail } from "#engine/checks/mail.ts";
import { checkServer } from "#engine/checks/server.ts";
import { type Config, readConfig } from "#engine/config.ts";
import { type Connection, openDatabase } from "#engine/db/database.ts";
import { roleConnections } from "#engine/db/roles.ts";
import { pg } from "#engine/db/types.ts";
import { databaseProblem } from "#engine/http/database-problem.ts";
import { codeOf } from "#engine/http/door-problem.ts";
import { lateness } from "#engine/lateness.ts";
import { houseSecret } from "#engine/secret.ts";
import { type Command, command } from "./command.ts";
import { withServer } from "./open-server.ts";
import { thisInstant } from "./read-input.ts";

const spec = {
  name: "doctor",
  summary: "Says what is wrong with the house and what to do; changes nothing",
  options: {},
};

export const doctorCommand: Command = {
  name: spec.name,
  summary: spec.summary,
  run: async (args) => {
    let isWell = true;
    const { run } = command(spec, async () => {
      const config = readConfig(process.env);
      const findings = [...checkMachine(config), ...(await checkDatabase(config)), await checkMail(config.smtpUrl)];
      isWell = findings.every((finding) => finding.isWell);
      const lines = findings.map(lineOf);
      const verdict = isWell ? "All is well." : `Wrong: ${findings.filter((finding) => !finding.isWell).length}.`;
      const json = findings.map(({ what, isWell, says, todo }) => ({ what, is_well: isWell, says, todo }));
      return { json: { is_well: isWell, findings: json }, words: [...lines, verdict].join("\n") };
    });
    const code = await run(args);
    return isWell ? code : 1;
  },
};

function lineOf({ what, isWell, says, todo }: Finding): string {
  return `${isWell ? "well " : "WRONG"}  ${what.padEnd(14)}  ${says}${todo === null ? "" : `\n       ${" ".repeat(14)}  ${todo}`}`;
}

/** Looks at a database that is there; a folder named wrongly must not become a house of its own. */
async function checkDatabase(config: Config): Promise<Finding[]> {
  if (!config.databaseUrl && !existsSync(join(config.dataFolder, "postgres"))) {
    const todo = "Start the house once (npm start), or name its folder in TRUEPENNY_DATA.";
    return [wrong("database", `There is no database in ${config.dataFolder}.`, todo)];
  }
  try {
    return await withServer(({ owner }) => checkThrough(owner, config));
  } catch (problem) {
    const known = problem instanceof Refusal ? problem : databaseProblem(problem);
    const says = known?.message ?? `The database lets nobody in (${codeOf(problem) || "no answer"}).`;
    return [wrong("database", says, "Look at DATABASE_URL, or at the log of the house.")];
  }
}

async function checkThrough(owner: Connection, config: Config): Promise<Finding[]> {
  const hasKey = config.secret !== undefined || existsSync(join(config.dataFolder, "secret"));
  const secret = hasKey ? houseSecret(config.dataFolder, config.secret) : null;
  const client = new pg.Client({ ...owner, application_name: "truepenny doctor", connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const findings = await checkServer(client, owner, secret);
    const mayEnter = findings.some(({ what, isWell }) => what === "roles" && isWell);
    return secret !== null && mayEnter ? [...findings, ...(await checkClock(owner, secret))] : findings;
  } finally {
    await client.end();
  }
}

async function checkClock(owner: Connection, secret: string): Promise<Finding[]> {
  const db = openDatabase({ ...roleConnections(owner, secret), connections: 1 });
  try {
    return checkLateness(await lateness(db, thisInstant()));
  } finally {
    await db.close();
  }
}
