import { noteAnswer } from "#app/messages/actions.ts";
import { newId } from "#base/id.ts";
import { demand } from "#base/refusal.ts";
import { type Deed, finish, note } from "./actions-deed.ts";
import { ringFor } from "./actions-ring-members.ts";
import type { Case } from "./case.ts";
import { isLow, mayPulse, type Pulse } from "./pulse.ts";
import { insertPulse } from "./store-pulses.ts";

/** The customer says how it was beside what they expected. A low one is cause for a talk: the owner is rung with it. */
export async function takePulse(
  deed: Deed,
  c: Case,
  contactId: string,
  said: Pick<Pulse, "expected" | "feeling" | "words">,
): Promise<Case> {
  const { tx, workspaceId, now } = deed;
  demand(mayPulse(c, now));
  const { expected, feeling, words } = said;
  await insertPulse(tx, workspaceId, { id: newId(), caseId: c.id, contactId, expected, feeling, words, at: now });
  note(deed, c, "pulse taken", { facts: { expected, feeling }, words: { words } });
  await noteAnswer(tx, workspaceId, contactId, now);
  if (isLow(said)) await ringFor(deed, c, "low_pulse", { words });
  return finish(deed, { ...c, pulsedAt: now });
}
