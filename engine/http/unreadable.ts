import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { newId } from "#base/id.ts";
import { codeOf, DoorProblem } from "./door-problem.ts";
import { problemDetails, problemOf } from "./problem.ts";

/** Answers what could not even be read as HTTP like every other refusal, in our words and under our headers. */
export function answerUnreadable(headers: Record<string, string>): (error: Error, socket: Socket) => void {
  return (error, socket) => {
    if (codeOf(error) === "ECONNRESET" || socket.destroyed) return;
    if (socket.writable) socket.write(written(unreadable(error), headers));
    socket.destroy(error);
  };
}

function unreadable(error: Error): DoorProblem {
  switch (codeOf(error)) {
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new DoorProblem(408, "too_slow", "The request did not arrive in time. Send it again.");
    case "HPE_HEADER_OVERFLOW":
      return new DoorProblem(
        431,
        "headers_too_large",
        "The address and the headers are too long: 16 KiB are the most.",
      );
    default:
      return new DoorProblem(400, "bad_request", "This is no request as HTTP has it.");
  }
}

function written(problem: DoorProblem, headers: Record<string, string>): string {
  const requestId = newId();
  const body = JSON.stringify(problemDetails(problemOf(problem), requestId));
  const all = {
    ...headers,
    "x-request-id": requestId,
    "content-type": "application/problem+json",
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join("")}\r\n${body}`;
}
