import * as z from "zod/mini";
import { timeZone } from "#app/calendars/fields.ts";
import { email, language } from "#app/members/fields.ts";
import { get, patch } from "#base/contract.ts";
import { id, instantOut, line } from "#base/fields.ts";
import { trades, type Wording } from "./trades.ts";
import type { Workspace } from "./workspace.ts";

const currency = z.string().check(z.regex(/^[A-Z]{3}$/, "must be the code of a currency, such as EUR"));

/** What the first page and the command line ask for a new business. */
export const newWorkspace = z.strictObject({
  name: line(1, 200),
  time_zone: timeZone,
  language: z._default(language, "en"),
  currency: z._default(currency, "EUR"),
  trade: z.optional(line(1, 40)),
  member_name: line(1, 200),
  member_email: email,
  member_password: z.optional(z.string().check(z.maxLength(200))),
});

const workspaceChange = z.partial(
  z.strictObject({
    name: line(1, 200),
    time_zone: timeZone,
    language,
    currency,
    calendar_id: id,
    mail_from: z.nullable(email),
    smtp_url: z.nullable(z.string().check(z.maxLength(1000))),
  }),
);

const workspace = z.object({
  id,
  name: z.string(),
  time_zone: z.string(),
  language: z.string(),
  currency: z.string(),
  trade: z.nullable(z.string()),
  calendar_id: id,
  mail_from: z.nullable(z.string()),
  smtp_host: z.nullable(z.string()),
  is_demo: z.boolean(),
  created_at: instantOut,
  version: z.number(),
});

const wording = z.object({ title: z.string(), customer: z.string(), examples: z.array(z.string()) });
const trade = z.object({
  name: z.string(),
  wording: z.object({ en: wording, de: wording }),
  kinds: z.array(z.string()),
});

export const workspacesContract = {
  getWorkspace: get("/workspace", { summary: "The workspace of this key", scope: "settings:read", gives: workspace }),
  editWorkspace: patch("/workspace", {
    summary: "Change the workspace; of smtp_url only the host is ever shown again",
    scope: "settings:write",
    body: workspaceChange,
    gives: workspace,
  }),
  listTrades: get("/trades", {
    summary: "The trade templates that a workspace may begin with, and how each trade speaks",
    scope: "settings:read",
    gives: z.object({ items: z.array(trade) }),
  }),
};

/** The workspace as staff see it. `host` is that of its own mail server; the rest of that URL stays sealed. */
export function forStaff(workspace: Workspace, host: string | null) {
  return {
    id: workspace.id,
    name: workspace.name,
    time_zone: workspace.timeZone,
    language: workspace.language,
    currency: workspace.currency,
    trade: workspace.trade,
    calendar_id: workspace.calendarId,
    mail_from: workspace.mailFrom,
    smtp_host: host,
    is_demo: workspace.isDemo,
    created_at: workspace.createdAt.toString(),
    version: workspace.version,
  };
}

export function tradesForStaff() {
  const shown = (wording: Wording) => ({ ...wording, examples: [...wording.examples] });
  const items = trades.map(({ name, wording: { en, de }, policy }) => ({
    name,
    wording: { en: shown(en), de: shown(de) },
    kinds: [...(policy.kinds ?? [])],
  }));
  return { items };
}
