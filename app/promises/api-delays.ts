import type { BodyOf } from "#base/contract.ts";
import type { Instant } from "#base/instant.ts";
import { serve } from "#engine/http/call.ts";
import { runLate, whomDelayHits } from "./actions-delays.ts";
import { readyLetter } from "./actions-drafts.ts";
import { shownToStaff } from "./api-story.ts";
import { dueOf, tellingOf } from "./input.ts";
import { caughtUp } from "./lateness.ts";
import { type Asked, wishOf } from "./ready-letter.ts";
import type { Setting } from "./setting.ts";
import { findPromise } from "./store.ts";
import { settingOf } from "./store-setting.ts";
import { delaysContract, hitForStaff } from "./wire-delays.ts";
import { draftsOfPromiseContract, problemForStaff, readyForStaff } from "./wire-drafts.ts";

const drafts = serve(draftsOfPromiseContract, {
  readyLetter: async ({ tx, member, params, body, now }) => {
    const promise = caughtUp(await findPromise(tx, member.workspaceId, params.id), now);
    const setting = await settingOf(tx, member.workspaceId, { ...promise, speakerId: member.memberId });
    const wish = wishOf(promise, askedOf(body, setting, now), now);
    const words = tellingOf({ message: body.message }, now);
    const written = words && "message" in words ? words.message : undefined;
    return readyForStaff(await readyLetter(tx, member, promise, { ...wish, words: written }, now));
  },
});

const delays = serve(delaysContract, {
  previewDelay: async ({ tx, member, body, now }) => {
    const delay = { seconds: body.by, reason: body.reason, memberId: body.member_id ?? member.memberId };
    return { items: (await whomDelayHits(tx, member, delay, now)).map(hitForStaff) };
  },
  runLate: async ({ tx, member, body, now }) => {
    const items = body.items.map((item) => ({ promiseId: item.promise_id, telling: tellingOf(item, now) }));
    const { moved, notMoved } = await runLate(tx, member, { seconds: body.by, reason: body.reason, items }, now);
    return {
      moved: await shownToStaff(tx, member.workspaceId, moved, now),
      not_moved: notMoved.map(({ promiseId, problem }) => ({ promise_id: promiseId, ...problemForStaff(problem) })),
    };
  },
});

export const tellingApi = [...drafts, ...delays];

type Body = BodyOf<(typeof draftsOfPromiseContract)["readyLetter"]>;

/** What is not said yet, because somebody still writes it, is shown as left out. */
function askedOf(body: Body, setting: Setting, now: Instant): Asked {
  return {
    draft: body.draft,
    dueAt: () => dueOf(body, now)(setting).dueAt,
    reason: body.reason ?? "…",
    nextWordAt: body.next_word_at ?? null,
    delaySeconds: body.by ?? 0,
  };
}
