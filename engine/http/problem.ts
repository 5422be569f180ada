import { STATUS_CODES } from "node:http";
import { Refusal, type RefusalKind } from "#base/refusal.ts";
import { databaseProblem } from "./database-problem.ts";
import { codeOf, DoorProblem } from "./door-problem.ts";

export type Problem = {
  status: number;
  code: string;
  detail: string;
  field?: string | undefined;
  data?: Record<string, unknown> | undefined;
  headers: Record<string, string>;
  /** Nobody expected this: it goes into the log, and nothing of it into the answer. */
  isBug: boolean;
};

/** What an error means to the one who called. Whatever is no refusal and no known trouble is a bug. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return refused(error);
  const known = error instanceof DoorProblem ? error : (readingProblem(error) ?? databaseProblem(error));
  if (known instanceof Refusal) return refused(known);
  if (known) {
    return { status: known.status, code: known.code, detail: known.message, headers: known.headers, isBug: false };
  }
  const detail =
    "Something went wrong on our side, and nothing was changed. Name the request id when you tell us of it.";
  return { status: 500, code: "bug", detail, headers: {}, isBug: true };
}

/** The problem details of RFC 9457. `about:blank` says that `code` tells more than a page behind `type` would. */
export function problemDetails(problem: Problem, requestId: string): Record<string, unknown> {
  const { status, code, detail, field, data } = problem;
  return { type: "about:blank", title: STATUS_CODES[status], status, detail, code, field, data, request_id: requestId };
}

const statusOf: Record<RefusalKind, number> = {
  invalid: 422,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  too_many: 429,
};

function refused(refusal: Refusal): Problem {
  const { kind, code, message, field, data } = refusal;
  const status = code === "edited_meanwhile" ? 412 : statusOf[kind];
  const wait = data?.retry_after_seconds;
  const headers: Record<string, string> = typeof wait === "number" ? { "retry-after": String(Math.ceil(wait)) } : {};
  return { status, code, detail: message, field, data, headers, isBug: false };
}

/** Fastify's own refusals to read a request, in our words. */
function readingProblem(error: unknown): DoorProblem | null {
  switch (codeOf(error)) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new DoorProblem(413, "body_too_large", "The body is too large: send at most 1 MiB.");
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new DoorProblem(415, "wrong_content_type", "Send the body as JSON, with Content-Type: application/json.");
    case "FST_ERR_CTP_INVALID_CONTENT_LENGTH":
      return new DoorProblem(400, "bad_request", "The body is not as long as its Content-Length says.");
    case "FST_ERR_MAX_PARAM_LENGTH":
      return new DoorProblem(404, "not_found", "There is nothing at this address.");
    case "FST_ERR_BAD_URL":
      return new DoorProblem(
        400,
        "bad_url",
        "This address cannot be read: a % must be followed by two hexadecimal digits.",
      );
    default:
      return null;
  }
}
