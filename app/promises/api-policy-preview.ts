import { wordsFor } from "#app/letters/store.ts";
import { memberAddressed } from "#app/messages/actions.ts";
import { defaultPolicy } from "#app/workspaces/policy.ts";
import { changeSettings, writeSettings } from "#app/workspaces/policy-settings.ts";
import type { Instant } from "#base/instant.ts";
import { demand } from "#base/refusal.ts";
import { serve } from "#engine/http/call.ts";
import { foretold } from "./foretold.ts";
import { estimateOf } from "./input.ts";
import { checkDue } from "./promise.ts";
import { checkPeople } from "./setting.ts";
import { settingOf } from "./store-setting.ts";
import { policyPreviewContract } from "./wire-policy-preview.ts";

export const policyPreviewApi = serve(policyPreviewContract, {
  previewPolicy: async ({ tx, member, body, now }) => {
    const { workspaceId, memberId } = member;
    const { kind = "other", customer_id: customerId = null, owner_id: ownerId = memberId } = body;
    const asked = { customerId, contactId: null, ownerId, kind };
    const setting = await settingOf(tx, workspaceId, asked);
    demand(checkPeople(setting, asked) ?? checkDue(body.due_at, now));
    // What is taken back holds as it does where nobody has set it.
    const policy = { ...defaultPolicy, ...changeSettings(setting.policy, body.settings) };
    const said = body.estimate === undefined ? null : estimateOf(body.estimate);
    const estimate = { estimateSeconds: said?.seconds ?? null, estimateIn: said?.in ?? policy.estimateIn };
    const { rings, toldInTimeUntil } = foretold({ dueAt: body.due_at, ...estimate }, policy, setting.hours, now);
    const { reader } = await memberAddressed(tx, workspaceId, memberId, now);
    const { time } = await wordsFor(reader.language);
    const shown = (at: Instant) => ({ at: at.toString(), words: time(at, reader) });
    return {
      settings: writeSettings(policy),
      rings: rings.map(({ stage, at }) => ({ stage, ...shown(at) })),
      told_in_time_until: shown(toldInTimeUntil),
    };
  },
});
