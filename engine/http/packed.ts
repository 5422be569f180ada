import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

const pack = promisify(gzip);

// The quickest way is nearly as small: a list says the same names again and again.
const level = { level: 1 };

// Less than that travels in two packets anyway.
const worthwhileLength = 4_096;

// Up to here it takes less time than to hand it to another thread and to be called back.
const atOnceLength = 65_536;

/**
 * An answer as it is sent: packed where it is long and its reader takes it so. Only what is read, never what a deed
 * answers: the length of something packed tells of a secret beside words of a stranger's choosing.
 */
export async function packed(request: FastifyRequest, reply: FastifyReply, text: string): Promise<string | Buffer> {
  if (request.method !== "GET" || text.length < worthwhileLength) return text;
  reply.header("vary", "accept-encoding");
  if (!/\bgzip\b(?!;\s*q=0(?:\.0*)?(?:,|$))/.test(request.headers["accept-encoding"] ?? "")) return text;
  reply.header("content-encoding", "gzip");
  return text.length > atOnceLength ? pack(text, level) : gzipSync(text, level);
}
