import type * as z from "zod/mini";
import { invalid, type Refusal } from "#base/refusal.ts";

type Issue = z.core.$ZodIssue;
type Fault = { field: string; detail: string };

// Whoever sends a megabyte of nonsense is not sent it back.
const mostFaults = 20;
const longestName = 100;

/** A refusal (`invalid_field`) in plain sentences: the first fault for a person, up to 20 of them in its data. */
export function refusalOf(issues: readonly Issue[]): Refusal {
  const faults = issues.flatMap((issue) => faultsOf(issue, []));
  const [first] = faults;
  const detail = first?.detail ?? "This cannot be read.";
  return invalid(
    "invalid_field",
    detail,
    first?.field || undefined,
    faults.length > 1 ? { faults: faults.slice(0, mostFaults) } : undefined,
  );
}

function faultsOf(issue: Issue, above: readonly PropertyKey[]): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      field: dotted([...path, key]),
      detail: `There is no field \`${dotted([...path, key])}\` here.`,
    }));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    return closest(issue.errors).flatMap((inner) => faultsOf(inner, path));
  }
  if (issue.code === "invalid_key" || issue.code === "invalid_element") {
    return issue.issues.flatMap((inner) => faultsOf(inner, path));
  }
  const field = dotted(path);
  const name = field ? `\`${field}\`` : "The body";
  return [{ field, detail: said(issue, name) }];
}

/** Of several forms the one that was most likely meant: what fits it least badly. */
function closest(forms: readonly Issue[][]): Issue[] {
  const [best] = forms.toSorted((a, b) => a.length - b.length || depth(b) - depth(a));
  return best ?? [];
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

const unsaid = "Invalid input";

/** How every input is parsed: zod's own words are left out, also where another package has given it a language. */
export const plainly = { reportInput: true, error: () => unsaid };

/** A field that says its own sentence is heard; zod itself has nothing to say. */
function said(issue: Issue, name: string): string {
  if (issue.message === unsaid) return sentence(issue, name);
  return /^[a-z]/.test(issue.message) ? `${name} ${issue.message.replace(/\.?$/, ".")}` : issue.message;
}

function sentence(issue: Issue, name: string): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? `${name} is missing.`
        : `${name} must be ${kinds[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      return `${name} must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}.`;
    case "too_small":
      return tooSmall(issue, name);
    case "too_big":
      return `${name} must ${have(issue.origin)} at most ${issue.maximum}${unit(issue.origin, issue.maximum)}.`;
    case "invalid_format":
      return `${name} must be ${formats[issue.format] ?? "written differently: its form is not the right one"}.`;
    case "not_multiple_of":
      return `${name} must be a multiple of ${issue.divisor}.`;
    default:
      return `${name} fits none of the forms it may have.`;
  }
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, name: string): string {
  const counted = issue.origin === "string" || issue.origin === "array";
  if (counted && Number(issue.minimum) === 1) return `${name} must not be empty.`;
  const bound = issue.inclusive === false ? "more than" : "at least";
  return `${name} must ${have(issue.origin)} ${bound} ${issue.minimum}${unit(issue.origin, issue.minimum)}.`;
}

function have(origin: string): string {
  return unit(origin, 2) ? "have" : "be";
}

function unit(origin: string, count: number | bigint): string {
  const one = { string: "character", array: "entr" }[origin];
  if (!one) return "";
  return one === "entr" ? ` entr${Number(count) === 1 ? "y" : "ies"}` : ` ${one}${Number(count) === 1 ? "" : "s"}`;
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map((part) => String(part).slice(0, longestName)).join(".");
}

const kinds: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

const formats: Record<string, string> = {
  uuid: "an id, as another answer gave it",
  email: "a mail address",
  url: "a web address",
  date: "a date like 2026-11-24",
  time: "a time like 17:30",
  datetime: "a time like 2026-11-24T15:00:00Z",
};
