import type { SentAt } from "#web/desk/contracts.ts";
import { heldAt } from "#web/desk/held-at.ts";

export const ways = ["call", "visit", "letter", "elsewhere", "note"] as const;
export type Way = (typeof ways)[number];
export const elsewhere = ["email", "sms", "chat", "social"] as const;

/** What a member writes down of something that passed outside of the house. */
export type Typed = {
  contactId: string;
  way: Way;
  /** In which program it was written, where it was. */
  channel: (typeof elsewhere)[number];
  who: "out" | "in";
  body: string;
  at: string;
};

export const nothingTyped: Typed = { contactId: "", way: "call", channel: "email", who: "out", body: "", at: "" };

const channels = { call: "phone", visit: "in_person", letter: "letter", note: "in_person" } as const;

/** By which way it reached them, as the house names it. */
export function channelOf({ way, channel }: Pick<Typed, "way" | "channel">) {
  return way === "elsewhere" ? channel : channels[way];
}

/** What the house is sent; a note is for us, whoever spoke. */
export function sentOf(typed: Typed, timeZone: string): NonNullable<SentAt<"POST", "/messages">["body"]> {
  const at = heldAt(typed.at, timeZone);
  return {
    contact_id: typed.contactId,
    direction: typed.way === "note" ? "note" : typed.who,
    channel: channelOf(typed),
    body: typed.body.trim(),
    ...(at && { at }),
  };
}
