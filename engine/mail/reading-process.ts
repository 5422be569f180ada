import { buffer } from "node:stream/consumers";
import { parsed } from "./parsed.ts";
import type { OnTheWire } from "./read-mail.ts";

/** One mail, from stdin to stdout, in a process that may be ended at any time: what it says, then the files with it. */
const { saidAt, attachments, ...read } = await parsed(await buffer(process.stdin));
const lines = attachments.map(({ content: _, ...line }) => line);
const answer: OnTheWire = { ...read, attachments: lines, saidAt: saidAt?.epochMilliseconds ?? null };
process.stdout.write(`${JSON.stringify(answer)}\n`);
for (const { content } of attachments) process.stdout.write(content);
