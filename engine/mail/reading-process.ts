import { buffer } from "node:stream/consumers";
import { parsed } from "./parsed.ts";
import type { OnTheWire } from "./read-mail.ts";

/** One mail, from stdin to stdout, in a process that may be ended at any time. */
const { saidAt, ...read } = await parsed(await buffer(process.stdin));
const answer: OnTheWire = { ...read, saidAt: saidAt?.epochMilliseconds ?? null };
process.stdout.write(JSON.stringify(answer));
