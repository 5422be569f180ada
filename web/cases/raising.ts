import type { CaseKind } from "#app/cases/case.ts";
import type { SentAt } from "#web/desk/contracts.ts";

export const raisedBy = ["phone", "in_person", "letter", "social", "chat", "sms"] as const;

/** What a member writes down of something that a customer raised outside of the house. */
export type Typed = {
  contactId: string;
  channel: (typeof raisedBy)[number];
  kind: CaseKind;
  words: string;
  /** Whoever writes it down owns it. */
  isMine: boolean;
  /** It was put right already, in these words. */
  isPutRight: boolean;
  did: string;
  isSatisfied: boolean;
};

export const nothingTyped: Typed = {
  ...{ contactId: "", channel: "phone", kind: "request", words: "", isMine: true },
  ...{ isPutRight: false, did: "", isSatisfied: false },
};

/** What the house is sent. */
export function raisedOf(customerId: string, typed: Typed): NonNullable<SentAt<"POST", "/cases">["body"]> {
  const { contactId, channel, kind, words, isMine, isPutRight, did, isSatisfied } = typed;
  return {
    ...{ customer_id: customerId, channel, kind, words: words.trim(), own: isMine },
    ...(contactId && { contact_id: contactId }),
    ...(isPutRight && { on_the_spot: { did: did.trim(), satisfied: isSatisfied } }),
  };
}

/** What is still missing; null when all is there. */
export function missingIn({ words, isPutRight, did }: Typed): "words" | "did" | null {
  if (words.trim() === "") return "words";
  return isPutRight && did.trim() === "" ? "did" : null;
}
