import { Refusal } from "#base/refusal.ts";
import { databaseProblem } from "#engine/http/database-problem.ts";
import { codeOf } from "#engine/http/door-problem.ts";

/** A command that was called wrongly, as distinct from one that was refused. */
export class UsageProblem extends Error {}

/**
 * Says on stderr why a command did not do its work, and answers its exit code: 1 refused, 2 wrongly called. Null for a
 * bug, which must not be told as if it were an expected no.
 */
export function refused(problem: unknown, name: string, args: string[]): number | null {
  const isUsage = problem instanceof UsageProblem || /^ERR_PARSE_ARGS_/.test(codeOf(problem));
  const expected = problem instanceof Refusal ? problem : isUsage ? (problem as Error) : databaseProblem(problem);
  if (!expected) return null;
  const detail = asOptions(expected.message);
  const { field } = expected instanceof Refusal ? expected : { field: undefined };
  const code = isUsage ? "bad_usage" : codeOf(expected);
  const hint = isUsage ? `\nSee: truepenny ${name} --help` : "";
  const isJson = args.includes("--json");
  process.stderr.write(isJson ? `${JSON.stringify({ code, field, detail })}\n` : `${detail}${hint}\n`);
  return isUsage ? 2 : 1;
}

/** A rule that speaks of the field `member_email` means --member-email here. */
function asOptions(sentence: string): string {
  const [first = ""] = sentence.split(". To specify a positional"); // what Node adds helps nobody here
  return first.replace(/`([a-z_]+)`/g, (_, field: string) => `--${field.replaceAll("_", "-")}`);
}
