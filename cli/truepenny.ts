import type { Command } from "./command.ts";
import { refused } from "./refused.ts";

/** Each is loaded only when it is called: a command must not wait for the packages of another. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import("./serve.ts")).serveCommand,
  doctor: async () => (await import("./doctor.ts")).doctorCommand,
  migrate: async () => (await import("./migrate.ts")).migrateCommand,
  "workspace create": async () => (await import("./workspace-create.ts")).workspaceCreateCommand,
  demo: async () => (await import("./demo.ts")).demoCommand,
  "member add": async () => (await import("./member-add.ts")).memberAddCommand,
  "api-key create": async () => (await import("./api-key-create.ts")).apiKeyCreateCommand,
  erase: async () => (await import("./erase.ts")).eraseCommand,
  backup: async () => (await import("./backup.ts")).backupCommand,
  restore: async () => (await import("./restore.ts")).restoreCommand,
  export: async () => (await import("./export.ts")).exportCommand,
  verify: async () => (await import("./verify.ts")).verifyCommand,
  licences: async () => (await import("./licences.ts")).licencesCommand,
};

process.exitCode = await truepenny(process.argv.slice(2));

async function truepenny(words: string[]): Promise<number> {
  const [first = "", second = ""] = words;
  if (["", "help", "--help", "-h"].includes(first)) return help();
  for (const name of [`${first} ${second}`, first]) {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load) return run(await load(), words.slice(name.split(" ").length));
  }
  // Never the whole line: there may be a password further on.
  process.stderr.write(
    `There is no command "${first}${/^[a-z]/.test(second) ? ` ${second}` : ""}".\nSee: truepenny --help\n`,
  );
  return 2;
}

async function run(command: Command, args: string[]): Promise<number> {
  try {
    return await command.run(args);
  } catch (problem) {
    const code = refused(problem, command.name, args);
    if (code === null) throw problem;
    return code;
  }
}

async function help(): Promise<number> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const lines = all.map(({ name, summary }) => `  ${name.padEnd(18)}  ${summary}`);
  process.stdout.write(
    `Truepenny keeps your word to your customers.\n\n${lines.join("\n")}\n\nMore on one: truepenny <command> --help\n`,
  );
  return 0;
}
