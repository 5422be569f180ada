import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { FastifyReply, FastifyRequest } from "fastify";
import { DoorProblem } from "./door-problem.ts";
import type { Pages } from "./pages.ts";

/** A built file in every coding it was written in: "" as it is, "br", "gzip". */
type Built = { bodies: Map<string, Buffer>; tag: string; type: string; isImmutable: boolean };

/** Nothing inline and nothing from elsewhere: styles, too, come from our one sheet. */
const appSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  // A customer's page, as they see it.
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};
const codings = { ".br": "br", ".gz": "gzip" } as const;

/**
 * The staff's app as it was built into `folder`: its files under their names, and its one page at every address that
 * begins with one of `screens`. What is not built yet is said to whoever asks; the API serves on.
 */
export function staffApp(folder: string, screens: readonly string[]): Pages {
  return (app) => {
    const files = readBuilt(folder);
    for (const [name, file] of files) {
      if (name !== "index.html") app.get(`/${name}`, (request, reply) => send(request, reply, file));
    }
    const page = (request: FastifyRequest, reply: FastifyReply) => {
      const index = files.get("index.html");
      if (!index) throw new DoorProblem(503, "not_built", "The staff's app is not built yet: `npm start` builds it.");
      return send(request, reply, index);
    };
    app.get("/", (_request, reply) => reply.redirect(`/${screens[0]}`, 302));
    for (const screen of screens) {
      app.get(`/${screen}`, page);
      app.get(`/${screen}/*`, page);
    }
  };
}

function send(request: FastifyRequest, reply: FastifyReply, { bodies, tag, type, isImmutable }: Built): FastifyReply {
  reply.headers({
    "cache-control": isImmutable ? "public, max-age=31536000, immutable" : "no-cache",
    "content-security-policy": appSecurity,
    "content-type": type,
    etag: tag,
    vary: "accept-encoding",
  });
  if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const coding = ["br", "gzip"].find((each) => bodies.has(each) && new RegExp(`\\b${each}\\b`).test(accepted)) ?? "";
  if (coding) reply.header("content-encoding", coding);
  return reply.send(bodies.get(coding));
}

/** All of it fits into two megabytes, so it is read once. */
function readBuilt(folder: string): Map<string, Built> {
  const files = new Map<string, Built>();
  const names = filesBelow(folder).sort();
  for (const name of names) {
    const coding = codings[extname(name) as keyof typeof codings];
    const body = readFileSync(join(folder, name));
    const whole = coding && files.get(name.slice(0, -extname(name).length));
    if (whole) whole.bodies.set(coding, body);
    const type = types[extname(name)];
    if (!type) continue;
    const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    files.set(name, { bodies: new Map([["", body]]), tag, type, isImmutable: name.startsWith("assets/") });
  }
  return files;
}

function filesBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
    return entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  } catch {
    return [];
  }
}
