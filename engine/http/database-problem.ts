import { conflict, invalid, type Refusal } from "#base/refusal.ts";
import { codeOf, DoorProblem } from "./door-problem.ts";

const retryAfter = { "retry-after": "2" };

/** What PostgreSQL's trouble means to the one who called, or null when it is a bug of ours. */
export function databaseProblem(error: unknown): DoorProblem | Refusal | null {
  const code = codeOf(error);
  if (isAway(error, code)) {
    const sentence = "The database does not answer at the moment. Try again shortly.";
    return new DoorProblem(503, "database_away", sentence, retryAfter);
  }
  return meanings[code]?.(error) ?? null;
}

/** Two transactions stood in each other's way, and PostgreSQL asks one of them to start again. */
export function isWorthRetrying(error: unknown): boolean {
  return ["40001", "40P01"].includes(codeOf(error));
}

// Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
const meanings: Record<string, (error: unknown) => DoorProblem | Refusal> = {
  "40001": inTheWay,
  "40P01": inTheWay,
  "53100": () =>
    new DoorProblem(
      507,
      "disk_full",
      "There is no room left on the disk. Nothing was changed; make room, then try again.",
    ),
  "55P03": tookTooLong,
  "57014": tookTooLong,
  "23505": () => conflict("already_there", "This is already there: look for it instead of adding it again."),
  "23503": (error) => invalid("no_such_reference", "This refers to something that is not there.", columnOf(error)),
  "23514": () => invalid("impossible_value", "A value is outside of what is possible here."),
  "22003": cannotBeKept,
  "22007": cannotBeKept,
  "22008": cannotBeKept,
  "22021": cannotBeKept,
  "22P02": cannotBeKept,
  "22P05": cannotBeKept,
};

function inTheWay(): DoorProblem {
  return new DoorProblem(
    503,
    "in_the_way",
    "Others are changing the same thing. Nothing was changed; try again.",
    retryAfter,
  );
}

function tookTooLong(): DoorProblem {
  return new DoorProblem(503, "took_too_long", "This took too long and was given up. Nothing was changed.", retryAfter);
}

function cannotBeKept(): Refusal {
  return invalid(
    "unkeepable_value",
    "A value cannot be kept: a number or a time too large, or a character that is none.",
  );
}

function isAway(error: unknown, code: string): boolean {
  if (/^(?:ECONN(?:REFUSED|RESET|ABORTED)|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/.test(code)) {
    return !(error instanceof Error && "path" in error);
  }
  // 25006: after a failover this server only reads; 53300: no connection is free; 57P0x: it is stopping or starting.
  if (/^(?:08...|25006|25P03|53300|57P0[1-5])$/.test(code)) return true;
  return (
    error instanceof Error &&
    /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
      error.message,
    )
  );
}

/** `customer_id` of `promises_workspace_id_customer_id_fkey`, as PostgreSQL names what we did not name. */
function columnOf(error: unknown): string | undefined {
  const constraint = error instanceof Error && "constraint" in error ? String(error.constraint) : "";
  return /_workspace_id_(\w+?)_fkey\d*$/.exec(constraint)?.[1];
}
