import { parseArgs } from "node:util";
import { UsageProblem } from "./refused.ts";

/** One word or two after `truepenny`. `run` resolves with the exit code: 0 done, 1 refused, 2 wrongly called. */
export type Command = { name: string; summary: string; run(args: string[]): Promise<number> };

/** An option: what it says in the help, the name of its value (none for a switch), and whether it must be there. */
type Option = { says: string; value?: string; must?: true };
type Options = Record<string, Option>;
export type Given<O extends Options> = {
  [Name in keyof O]: O[Name] extends { value: string }
    ? O[Name] extends { must: true }
      ? string
      : string | undefined
    : boolean;
};

/** What a command has to say: to a program as one line of JSON, to a person in words. */
export type Answer = { json: Record<string, unknown>; words: string };

/** A command from its options and its work; help and --json are the same for all. */
export function command<const O extends Options>(
  spec: { name: string; summary: string; options: O },
  work: (given: Given<O>) => Promise<Answer>,
): Command {
  const run = async (args: string[]) => {
    const values = parsed(args, spec.options);
    if (values.help) return say(helpOf(spec));
    const answer = await work(given(values, spec.options));
    return say(values.json ? JSON.stringify(answer.json) : answer.words);
  };
  return { name: spec.name, summary: spec.summary, run };
}

function parsed(args: string[], options: Options): Record<string, unknown> {
  const known = Object.entries({ ...options, ...common }).map(([name, { value }]) => {
    return [name, { type: value === undefined ? ("boolean" as const) : ("string" as const) }];
  });
  return parseArgs({ args, options: Object.fromEntries(known), allowPositionals: false }).values;
}

function given<O extends Options>(values: Record<string, unknown>, options: O): Given<O> {
  const missing = Object.entries(options).find(([name, { must }]) => must && values[name] === undefined)?.[0];
  if (missing) throw new UsageProblem(`--${missing} is missing.`);
  const entries = Object.entries(options).map(([name, { value }]) => [
    name,
    values[name] ?? (value ? undefined : false),
  ]);
  return Object.fromEntries(entries) as Given<O>;
}

const common: Options = {
  json: { says: "answer as one line of JSON" },
  help: { says: "show this" },
};

function helpOf({ name, summary, options }: { name: string; summary: string; options: Options }): string {
  const lines = Object.entries({ ...options, ...common }).map(([option, { says, value, must }]) => {
    const written = `--${option}${value ? ` <${value}>` : ""}`;
    return `  ${written.padEnd(28)}  ${says}${must ? "" : " (optional)"}`;
  });
  return `truepenny ${name}: ${summary}\n\n${lines.join("\n")}`;
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
