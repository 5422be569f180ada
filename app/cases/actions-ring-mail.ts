import { wordsFor } from "#app/letters/store.ts";
import { memberAddressed, queueMessage } from "#app/messages/actions.ts";
import type { Instant } from "#base/instant.ts";
import type { Tx } from "#engine/db/database.ts";
import { deedOn } from "./actions-deed.ts";
import { draftOf } from "./actions-draft.ts";
import { findCase } from "./store.ts";
import { markMailed, type Ringing, ringsToMail } from "./store-rings.ts";

/** Writes to a member about all cases that ring for them now, in one mail, with the word that stands ready for each. */
export async function mailCaseRings(tx: Tx, workspaceId: string, memberId: string, now: Instant): Promise<void> {
  const rings = await ringsToMail(tx, workspaceId, memberId);
  if (rings.length === 0) return;
  const to = await memberAddressed(tx, workspaceId, memberId, now);
  const words = await wordsFor(to.reader.language);
  const all = [];
  for (const ring of rings) all.push(await ringingOf(tx, workspaceId, ring, now));
  const letter = words.caseRings({ rings: all }, to.reader);
  const mail = { to, letter: "caseRings", words: letter, author: "automatic", byMemberId: null } as const;
  const messageId = await queueMessage(tx, workspaceId, mail, now);
  await markMailed(
    tx,
    workspaceId,
    rings.map(({ id }) => id),
    messageId,
  );
}

async function ringingOf(tx: Tx, workspaceId: string, ring: Ringing, now: Instant) {
  const { stage, subject, customer, contact, owner, statusDueAt } = ring;
  const words = ring.words ?? (stage === "unowned" || stage === "escalated" ? ring.caseWords.slice(0, 1000) : null);
  const isStatus = stage === "status" || stage === "status_due";
  return {
    ...{ why: stage, subject, customer, contact, owner, words, path: `/cases/${ring.caseId}` },
    dueAt: isStatus ? statusDueAt : null,
    draft: isStatus ? await readyDraft(tx, workspaceId, ring.caseId, now) : null,
  };
}

async function readyDraft(tx: Tx, workspaceId: string, caseId: string, now: Instant): Promise<string> {
  const c = await findCase(tx, workspaceId, caseId);
  const deed = await deedOn(tx, { workspaceId, by: "machine" }, c, now);
  return (await draftOf(deed, c)).body;
}
