import { given } from "#base/given.ts";
import { missing } from "#base/refusal.ts";
import { type House, serve } from "#engine/http/call.ts";
import { editWorkspace } from "./actions.ts";
import { renameKind } from "./actions-policies.ts";
import { smtpHost } from "./mail-server.ts";
import { unseal } from "./sealed.ts";
import { findWorkspace } from "./store.ts";
import { listOverrides, policyFor } from "./store-policies.ts";
import { forStaff, tradesForStaff, workspacesContract } from "./wire.ts";
import { overrideForStaff, policiesContract, policiesForStaff } from "./wire-policies.ts";
import type { Workspace } from "./workspace.ts";

const workspaces = serve(workspacesContract, {
  getWorkspace: async ({ tx, member, house }) => {
    const found = await findWorkspace(tx, member.workspaceId);
    if (!found) throw missing("workspace");
    return forStaff(found, hostOf(found, house));
  },
  editWorkspace: async ({ tx, member, body, version, house, now }) => {
    const { name, language, currency } = body;
    const change = given({
      name,
      language,
      currency,
      timeZone: body.time_zone,
      calendarId: body.calendar_id,
      mailFrom: body.mail_from,
      smtpUrl: body.smtp_url,
    });
    const { workspaceId, memberId } = member;
    const next = await editWorkspace(tx, workspaceId, memberId, change, version, house.secret, now);
    return forStaff(next, hostOf(next, house));
  },
  listTrades: async () => tradesForStaff(),
});

const policies = serve(policiesContract, {
  renameKind: async ({ tx, member: { workspaceId, memberId }, body, version, now }) =>
    overrideForStaff(await renameKind(tx, workspaceId, memberId, body, version, now)),
  getPolicies: async ({ tx, member, query: { kind, tier, customer_id: customerId } }) => {
    const effective = await policyFor(tx, member.workspaceId, { kind, tier, customerId });
    return policiesForStaff(await listOverrides(tx, member.workspaceId), effective);
  },
});

export const workspacesApi = [...workspaces, ...policies];

function hostOf({ id, mailUrlSealed }: Workspace, house: House): string | null {
  return mailUrlSealed && smtpHost(unseal(mailUrlSealed, house.secret, id));
}
