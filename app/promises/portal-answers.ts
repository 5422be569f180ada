import { conflict, invalid } from "#base/refusal.ts";
import { answerMove, contestHoldUp, recordChase, recordVerdict, releaseByCustomer } from "./actions-answers.ts";
import { formOnce } from "./actions-form-once.ts";
import { contradictTelling } from "./actions-untelling.ts";
import type { Act } from "./page-acts.ts";
import { type Asking, isPossible } from "./page-ask.ts";
import { type Refused, refusedCodes } from "./page-words.ts";
import { promiseOf } from "./portal-showing.ts";
import type { Guest } from "./portal-visit.ts";

const longestWords = 4000;

/** The answer that a form or a letter's link brings. */
export function askingOf(act: Act, field: (name: string) => string): Asking {
  return { act, words: field("words"), outcome: field("outcome"), tellingId: field("telling") || null, refused: null };
}

/** Takes an answer, once however often its form is sent. Another text in the same form is another answer. */
export async function answerOnce(guest: Guest, id: string, asking: Asking, formKey: string): Promise<void> {
  const { tx, visit, now } = guest;
  const { act, words, outcome, tellingId } = asking;
  const form = { key: formKey, path: `${id}/${act}`, said: [words, outcome, tellingId] };
  const whose = { workspaceId: visit.workspaceId, contactId: visit.contact.id };
  await formOnce(tx, whose, form, now, () => answer(guest, id, asking));
}

/** Why an answer could not be taken, as the page has a sentence for it. */
export function refusedOf(code: string): Refused {
  return refusedCodes.find((known) => known === code) ?? "other";
}

async function answer(guest: Guest, id: string, asking: Asking): Promise<void> {
  const { tx, visit, now } = guest;
  const p = await promiseOf(guest, id, false);
  const isAllowed = p.givenTo === null || asking.act === "asking";
  if (!isAllowed) throw conflict("other", "This was promised to somebody else, who can answer it.");
  if (asking.words.length > longestWords) throw invalid("words_too_long", "These words are too long.", "words");
  const who = { workspaceId: visit.workspaceId, by: { contactId: visit.contact.id } };
  const words = asking.words || null;
  switch (asking.act) {
    case "fits":
    case "does_not_suit":
      await answerMove(tx, who, id, { suits: asking.act === "fits", words }, now);
      return;
    case "yes":
      await recordVerdict(tx, who, id, { answer: "kept", words }, now);
      return;
    case "not_yet":
      await recordVerdict(tx, who, id, { answer: outcomeOf(asking), words }, now);
      return;
    case "asking":
      await recordChase(tx, who, id, { channel: "portal", words, at: now }, now);
      return;
    case "let_go":
      await releaseByCustomer(tx, who, id, words, now);
      return;
    case "not_holding_up":
      await contestHoldUp(tx, who, id, words, now);
      return;
    case "did_not_happen":
      // A telling of another promise is none of this one's.
      if (!isPossible(p, asking)) throw conflict("contradiction_too_late", "This cannot be contradicted any more.");
      await contradictTelling(tx, who, asking.tellingId ?? "", words, now);
  }
}

function outcomeOf({ outcome }: Asking): "open_again" | "not_kept" {
  if (outcome === "open_again" || outcome === "not_kept") return outcome;
  throw invalid("choice_missing", "Choose one of the two.", "outcome");
}
