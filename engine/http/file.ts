import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import type { StreamedFile } from "#base/contract.ts";

/** Sends a file to be kept, part by part: in a box in which nothing runs, whatever a browser takes it for. */
export function sendFile(reply: FastifyReply, { name, type, bytes, content }: StreamedFile): FastifyReply {
  return reply
    .headers({
      "content-type": type,
      "content-length": bytes,
      "content-disposition": dispositionOf(name),
      "content-security-policy":
        "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      "x-content-type-options": "nosniff",
    })
    .send(Readable.from(content));
}

/** Under its own name, in the two spellings that browsers know; a name is never a path. */
function dispositionOf(name: string): string {
  const clean = name.toWellFormed().replace(/[\p{Cc}\p{Cf}\\/]+/gu, "_") || "attachment";
  const plain = clean.replace(/[^\w .()-]/g, "_");
  const whole = encodeURIComponent(clean).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
