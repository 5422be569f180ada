import { wordsFor } from "#app/letters/store.ts";
import { memberAddressed } from "#app/messages/actions.ts";
import { editPolicy } from "#app/workspaces/actions-policies.ts";
import { defaultPolicy } from "#app/workspaces/policy.ts";
import { changeSettings, writeSettings } from "#app/workspaces/policy-settings.ts";
import { overrideForStaff } from "#app/workspaces/wire-policies.ts";
import { writeDuration } from "#base/duration.ts";
import type { Instant } from "#base/instant.ts";
import { demand } from "#base/refusal.ts";
import { serve } from "#engine/http/call.ts";
import { foretell } from "./actions-foretell.ts";
import { movesRings } from "./effects.ts";
import { foretold } from "./foretold.ts";
import { estimateOf } from "./input.ts";
import { effectForStaff, sampleForStaff } from "./policy-effects.ts";
import { checkDue } from "./promise.ts";
import { checkPeople } from "./setting.ts";
import { lookAgain } from "./store-policy-effects.ts";
import { settingOf } from "./store-setting.ts";
import { policyPreviewContract } from "./wire-policy-preview.ts";

export const policyPreviewApi = serve(policyPreviewContract, {
  editPolicy: async ({ tx, member: { workspaceId, memberId }, body, version, now }) => {
    if (movesRings(body.settings)) await lookAgain(tx, workspaceId, body, now);
    return overrideForStaff(await editPolicy(tx, workspaceId, memberId, body, version, now));
  },
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
  effectsOfPolicy: async ({ tx, member: { workspaceId, memberId }, body, now }) => {
    const { workingDaySeconds, samples, looked, hasMore, changed } = await foretell(
      tx,
      workspaceId,
      memberId,
      body,
      now,
    );
    return {
      working_day: writeDuration(workingDaySeconds),
      samples: samples.map(sampleForStaff),
      open: { looked_at: looked, has_more: hasMore, changed: changed.map(effectForStaff) },
    };
  },
});
