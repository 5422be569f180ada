import type { Attachment } from "postal-mime";
import { plainLine } from "./plain.ts";

/** What a mail server reports of one of our mails (RFC 3464). `failed` is final; `delayed` may yet arrive. */
export type Bounce = {
  is: "failed" | "delayed" | "other";
  /** The Message-ID of the mail it is about, null where the report does not bring it. */
  messageId: string | null;
  /** Whom it did not reach. */
  recipient: string | null;
  /** "5.1.1", and what the server that refused it said. */
  status: string | null;
  says: string | null;
};

const mostBytes = 256 * 1024;

/** The report among the parts of a mail, null where there is none. */
export function bounceOf(parts: readonly Attachment[]): Bounce | null {
  const report = parts.find(({ mimeType }) => /^message\/(?:global-)?delivery-status$/.test(mimeType));
  if (!report) return null;
  // The first block is about the report itself; each further one about one recipient.
  const blocks = textOf(report)
    .split(/\n[^\S\n]*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.has("action") || fields.has("final-recipient"));
  const worst = blocks.find((fields) => actionOf(fields) === "failed") ?? blocks[0];
  return {
    is: worst ? actionOf(worst) : "other",
    messageId: messageIdIn(parts.filter((part) => part !== report)),
    recipient: worst ? addressOf(worst) : null,
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(worst?.get("status") ?? "")?.[0] ?? null,
    says: worst ? saidBy(worst) : null,
  };
}

function actionOf(fields: Map<string, string>): Bounce["is"] {
  const action = /^[a-z]+/.exec((fields.get("action") ?? "").toLowerCase())?.[0];
  if (action === "failed" || action === "delayed") return action;
  // Some servers leave the action out and say only the status: 5 is final, 4 is for now.
  if (action !== undefined) return "other";
  const status = fields.get("status")?.[0];
  return status === "5" ? "failed" : status === "4" ? "delayed" : "other";
}

/** "rfc822; ana@example.com" */
function addressOf(fields: Map<string, string>): string | null {
  const said = fields.get("final-recipient") ?? fields.get("original-recipient") ?? "";
  return /[^\s;<>]{1,64}@[^\s;<>]{1,190}/.exec(said)?.[0].toLowerCase() ?? null;
}

function saidBy(fields: Map<string, string>): string | null {
  const said = plainLine((fields.get("diagnostic-code") ?? "").replace(/^\s*[\w-]+\s*;/, "")).trim();
  return said === "" ? null : said.slice(0, 300);
}

/** The mail that came back, whole or its headers alone. */
function messageIdIn(parts: readonly Attachment[]): string | null {
  for (const part of parts) {
    if (!/^(?:message\/(?:rfc822|global|rfc822-headers)|text\/rfc822-headers)$/.test(part.mimeType)) continue;
    const id = /<([^<>\s]{1,250})>/.exec(fieldsOf(textOf(part).split(/\n\n/)[0] ?? "").get("message-id") ?? "")?.[1];
    if (id) return id;
  }
  return null;
}

/** Header fields by their names in small letters, folded lines joined; of two of a name the first counts. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, " ").split("\n")) {
    const [, name, value] = /^([!-9;-~]{1,80}):(.*)$/.exec(line) ?? [];
    if (name && value !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim());
  }
  return fields;
}

function textOf({ content }: Attachment): string {
  const bytes = typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
  return Buffer.from(bytes.subarray(0, mostBytes)).toString("utf8").replace(/\r\n?/g, "\n");
}
