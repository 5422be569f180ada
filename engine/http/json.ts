import { isUtf8 } from "node:buffer";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { DoorProblem } from "./door-problem.ts";

/** JSON is the only language spoken here. The bytes as they came stay with the request. */
export function readJson(scope: FastifyInstance, bodyLimit?: number): void {
  scope.removeAllContentTypeParsers();
  const read = { parseAs: "buffer", ...(bodyLimit !== undefined && { bodyLimit }) } as const;
  scope.addContentTypeParser("application/json", read, async (request: FastifyRequest, body: Buffer) => {
    request.rawBody = body;
    return body.length > 0 ? parsed(body) : undefined;
  });
}

function parsed(bytes: Buffer): unknown {
  try {
    if (isUtf8(bytes)) return JSON.parse(bytes.toString());
  } catch {
    // The sentence below says it better.
  }
  throw new DoorProblem(
    400,
    "bad_json",
    "The body is not JSON: a bracket, a comma or a quotation mark is out of place.",
  );
}
