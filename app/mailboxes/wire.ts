import * as z from "zod/mini";
import { email } from "#app/members/fields.ts";
import { get, patch, post, remove } from "#base/contract.ts";
import { id, instantOut, line, listOf } from "#base/fields.ts";
import { encryptions, type Mailbox, signIns } from "./mailbox.ts";

const port = z.int().check(z.minimum(1), z.maximum(65_535));
const secret = z.string().check(z.minLength(1), z.maxLength(4000));

const server = {
  host: line(1, 253),
  port,
  encryption: z.enum(encryptions),
  user_name: line(1, 254),
  sign_in: z.enum(signIns),
  folder: line(1, 200),
};
const secrets = {
  password: z.optional(secret),
  client_id: z.optional(secret),
  client_secret: z.optional(secret),
  refresh_token: z.optional(secret),
};

const newMailbox = z.strictObject({
  address: email,
  takes_plus: z._default(z.boolean(), true),
  team_id: z.optional(z.nullable(id)),
  host: server.host,
  port: z._default(port, 993),
  encryption: z._default(server.encryption, "tls"),
  user_name: z.optional(server.user_name),
  sign_in: z._default(server.sign_in, "password"),
  folder: z._default(server.folder, "INBOX"),
  ...secrets,
});

const newRelay = z.strictObject({
  address: email,
  takes_plus: z._default(z.boolean(), true),
  team_id: z.optional(z.nullable(id)),
});

const mailboxChange = z.partial(
  z.strictObject({ address: email, takes_plus: z.boolean(), team_id: z.nullable(id), ...server, ...secrets }),
);

const mailboxOut = z.object({
  id,
  kind: z.enum(["imap", "relay"]),
  address: z.string(),
  takes_plus: z.boolean(),
  team_id: z.nullable(id),
  host: z.nullable(z.string()),
  port: z.nullable(z.number()),
  encryption: z.nullable(z.enum(encryptions)),
  user_name: z.nullable(z.string()),
  sign_in: z.nullable(z.enum(signIns)),
  folder: z.nullable(z.string()),
  looked_at: z.nullable(instantOut),
  problem: z.nullable(z.string()),
  problem_at: z.nullable(instantOut),
  made_at: instantOut,
  version: z.number(),
});

/** Where a trial stopped; `well` is well. */
const steps = ["name", "connection", "encryption", "sign_in", "folder", "well"] as const;

export const mailboxesContract = {
  listMailboxes: get("/mailboxes", {
    summary: "Where customers write to, and what keeps us from reading it; secrets are never shown",
    scope: "settings:read",
    gives: listOf(mailboxOut),
  }),
  addMailbox: post("/mailboxes", {
    summary: "Look into a folder of a mail server (IMAP) from now on; what lies there already stays where it is",
    scope: "settings:write",
    body: newMailbox,
    gives: mailboxOut,
  }),
  addRelay: post("/relays", {
    summary:
      "An address whose mail a relay brings by a signed call: `url` is where, `key` is what it signs with (Standard Webhooks), shown once",
    scope: "settings:write",
    body: newRelay,
    gives: z.extend(mailboxOut, { url: z.string(), key: z.string() }),
    secrets: ["key"],
  }),
  editMailbox: patch("/mailboxes/:id", {
    summary: "Change a mailbox; a secret that is left out stays as it is",
    scope: "settings:write",
    body: mailboxChange,
    gives: mailboxOut,
  }),
  testMailbox: post("/mailboxes/:id/tests", {
    summary: "Try now whether we can look into it, and say what is wrong where we cannot",
    scope: "settings:write",
    status: 200,
    gives: z.object({ is_well: z.boolean(), step: z.enum(steps), says: z.string() }),
  }),
  removeMailbox: remove("/mailboxes/:id", {
    summary: "Look into it no more; what came by it stays",
    scope: "settings:write",
    gives: mailboxOut,
  }),
  myCopyAddress: get("/me/copy_address", {
    summary: "The address to put into BCC: what you send is filed with its customer; null without a mailbox for it",
    scope: "promises:read",
    gives: z.object({ address: z.nullable(z.string()) }),
  }),
};

export function forStaff(mailbox: Mailbox): z.input<typeof mailboxOut> {
  return {
    id: mailbox.id,
    kind: mailbox.kind,
    address: mailbox.address,
    takes_plus: mailbox.takesPlus,
    team_id: mailbox.teamId,
    host: mailbox.host,
    port: mailbox.port,
    encryption: mailbox.encryption,
    user_name: mailbox.userName,
    sign_in: mailbox.signIn,
    folder: mailbox.folder,
    looked_at: mailbox.lookedAt?.toString() ?? null,
    problem: mailbox.problem,
    problem_at: mailbox.problemAt?.toString() ?? null,
    made_at: mailbox.madeAt.toString(),
    version: mailbox.version,
  };
}
