import type { LoggedTelling } from "#app/promises/telling.ts";
import type { SentAt } from "#web/desk/contracts.ts";
import type { CaseAct } from "./rulings.ts";

/** What a form asks for. Whatever is typed is text until it is sent. */
export type Asked =
  | ("handler" | "owner" | "note" | "text" | "due" | "reason" | "did" | "answer" | "words")
  | ("by" | "until" | "subject" | "kind" | "contact" | "team");
export type Typed = Partial<Record<Asked, string>>;

/** Acts that need words; the others are done at once. */
export type FormAct = Exclude<CaseAct, "own" | "resume" | "wake" | "share">;

/** How the customer hears of it. */
export const talks = ["called", "met", "letter", "social"] as const;
export type Telling = { how: "write" | (typeof talks)[number]; words: string };
export const untold: Telling = { how: "write", words: "" };

type Form = { asks: readonly Asked[]; optional?: readonly Asked[]; tells?: true };

/** Each act that needs words, as the door of the house asks for it. Nobody is told by silence. */
export const forms: Record<FormAct, Form> = {
  take_over: { asks: [], tells: true },
  plan: { asks: ["text", "due"] },
  hand_on: { asks: ["handler", "note"], optional: ["note"] },
  ask_to_own: { asks: ["owner"] },
  wait: { asks: ["reason"], tells: true },
  done: { asks: ["did"] },
  tell: { asks: [], tells: true },
  ask: { asks: [], tells: true },
  answer: { asks: ["answer", "words"], optional: ["answer", "words"] },
  reopen: { asks: ["words"], optional: ["words"] },
  snooze: { asks: ["until"] },
  chase: { asks: ["words"], optional: ["words"] },
  escalate: { asks: ["by", "reason"], optional: ["by", "reason"] },
  change: { asks: ["subject", "kind", "contact", "team"], optional: ["kind", "contact", "team"] },
  void: { asks: ["reason"] },
};

export const paths = {
  take_over: "/cases/:id/ownerships",
  plan: "/cases/:id/plans",
  hand_on: "/cases/:id/hand_ons",
  ask_to_own: "/cases/:id/ownerships",
  wait: "/cases/:id/pauses",
  done: "/cases/:id/completions",
  tell: "/cases/:id/tellings",
  ask: "/cases/:id/askings",
  answer: "/cases/:id/answers",
  reopen: "/cases/:id/reopenings",
  snooze: "/cases/:id/snoozes",
  chase: "/cases/:id/chases",
  escalate: "/cases/:id/escalations",
  void: "/cases/:id/voids",
} as const satisfies Record<Exclude<FormAct, "change">, string>;

export type ActPath = (typeof paths)[keyof typeof paths];
type BodyAt<A extends keyof typeof paths> =
  SentAt<"POST", (typeof paths)[A]> extends { body?: infer B } ? NonNullable<B> : never;

type Channel = LoggedTelling["channel"];
type Said = { message?: { body: string }; told?: { channel: Channel; note?: string; reached?: true } };

/** How the customer was told, as the house is sent it. */
export function saidOf({ how, words }: Telling): Said {
  const body = words.trim();
  if (how === "write") return { message: { body } };
  const note = body === "" ? {} : { note: body };
  return { told: { channel: channelOf({ how }), ...(how === "called" && { reached: true }), ...note } };
}

/** What the house is sent: what was typed, and how the customer is told. */
export function bodyOf(act: keyof typeof paths, typed: Typed, telling: Telling): object {
  const of = (name: Asked) => (typed[name] ?? "").trim();
  const ifSaid = <N extends string>(name: N, value: string) =>
    value === "" ? {} : ({ [name]: value } as Record<N, string>);
  switch (act) {
    case "take_over":
      return saidOf(telling) satisfies BodyAt<"take_over">;
    case "tell":
      return saidOf(telling) satisfies BodyAt<"tell">;
    case "ask":
      return saidOf(telling) satisfies BodyAt<"ask">;
    case "plan":
      return { text: of("text"), due_at: of("due") } satisfies BodyAt<"plan">;
    case "hand_on":
      return { handler_id: of("handler"), ...ifSaid("note", of("note")) } satisfies BodyAt<"hand_on">;
    case "ask_to_own":
      return { owner_id: of("owner") } satisfies BodyAt<"ask_to_own">;
    case "wait":
      return { reason: of("reason"), ...saidOf(telling) } satisfies BodyAt<"wait">;
    case "done":
      return { did: of("did") } satisfies BodyAt<"done">;
    case "answer":
      return {
        answer: of("answer") === "not_satisfied" ? "not_satisfied" : "satisfied",
        ...ifSaid("words", of("words")),
      } satisfies BodyAt<"answer">;
    case "reopen":
    case "chase":
      return ifSaid("words", of("words")) satisfies BodyAt<"chase">;
    case "snooze":
      return { until: of("until") } satisfies BodyAt<"snooze">;
    case "escalate":
      return {
        by: of("by") === "member" ? "member" : "customer",
        ...ifSaid("reason", of("reason")),
      } satisfies BodyAt<"escalate">;
    case "void":
      return { reason: of("reason") } satisfies BodyAt<"void">;
  }
}

/** The first thing that is still missing, for the button that says why it may not be pressed; null when all is there. */
export function missing(act: FormAct, typed: Typed, telling: Telling): Asked | "telling" | null {
  const { asks, optional = [], tells } = forms[act];
  const lacks = asks.find((name) => !optional.includes(name) && !typed[name]?.trim());
  if (lacks) return lacks;
  return tells && telling.how === "write" && telling.words.trim() === "" ? "telling" : null;
}

/** By which way a word reached them, as the house names it. */
export function channelOf({ how }: Pick<Telling, "how">): Channel {
  return ({ write: "email", called: "phone", met: "in_person", letter: "letter", social: "social" } as const)[how];
}
