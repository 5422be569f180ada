import type { Writing } from "#app/promises/ready-letter.ts";
import type { SentAt } from "#web/desk/contracts.ts";

/** What a form asks for. Whatever is typed is text until it is sent. */
export type Asked =
  | "due"
  | "reason"
  | "nextWord"
  | "arrived"
  | "more"
  | "done"
  | "rest"
  | "text"
  | "words"
  | "answer"
  | "owner"
  | "note";

export type FormAct =
  | "move"
  | "update"
  | "call"
  | "keep"
  | "accept"
  | "release"
  | "fail"
  | "hold_up"
  | "hand_on"
  | "split"
  | "correct"
  | "verdict"
  | "chase"
  | "void";

export type Typed = Partial<Record<Asked, string>>;

/** How the customer hears of it: written to, called, or not at all where that is allowed. */
export type Telling = {
  how: "write" | "called" | "not";
  /** Null while nobody has changed the words that stand ready. */
  words: string | null;
  reached: "spoke" | "left_message" | "nobody";
  note: string;
};

export const untold: Telling = { how: "write", words: null, reached: "spoke", note: "" };

type Form = {
  asks: readonly Asked[];
  /** Nobody is told by silence: where it must be said, the form will not let it be left out. */
  tells: "must" | "may" | "called" | "no";
  /** The words that stand ready for it. */
  draft?: Writing;
};

/** Each act that needs words, as the door of the house asks for it. */
export const forms: Record<FormAct, Form> = {
  move: { asks: ["due", "reason"], tells: "must", draft: "move" },
  update: { asks: ["nextWord"], tells: "must", draft: "update" },
  call: { asks: ["nextWord"], tells: "called" },
  keep: { asks: ["arrived", "more"], tells: "may", draft: "keep" },
  accept: { asks: [], tells: "must", draft: "hand_on" },
  release: { asks: ["reason"], tells: "may", draft: "release" },
  fail: { asks: ["reason"], tells: "must", draft: "failure" },
  hold_up: { asks: ["reason"], tells: "must", draft: "hold_up" },
  hand_on: { asks: ["owner", "note"], tells: "no" },
  split: { asks: ["done", "rest"], tells: "no" },
  correct: { asks: ["text", "reason"], tells: "no" },
  verdict: { asks: ["answer", "words"], tells: "no" },
  chase: { asks: ["words"], tells: "no" },
  void: { asks: ["reason"], tells: "no" },
};

export const paths = {
  move: "/promises/:id/moves",
  update: "/promises/:id/updates",
  call: "/promises/:id/updates",
  keep: "/promises/:id/keeps",
  accept: "/promises/:id/acceptances",
  release: "/promises/:id/releases",
  fail: "/promises/:id/failures",
  hold_up: "/promises/:id/hold_ups",
  hand_on: "/promises/:id/hand_ons",
  split: "/promises/:id/splits",
  correct: "/promises/:id/corrections",
  verdict: "/promises/:id/verdicts",
  chase: "/promises/:id/chases",
  void: "/promises/:id/voids",
} as const satisfies Record<FormAct, string>;

export type ActPath = (typeof paths)[FormAct];
type BodyAt<A extends FormAct> = SentAt<"POST", (typeof paths)[A]> extends { body?: infer B } ? B : never;
type Said = { message?: { subject?: string; body: string }; told?: Told };
type Told = { channel: "phone"; note?: string; reached?: boolean; left_message?: boolean };

/** Which fields an act asks for at this promise: the next word only once the due has passed, the arrival of a visit. */
export function askedFor(act: FormAct, { isPast, kind }: { isPast: boolean; kind: string }): readonly Asked[] {
  const wanted: Partial<Record<Asked, boolean>> = { nextWord: isPast, arrived: kind === "visit" };
  return forms[act].asks.filter((asked) => wanted[asked] ?? true);
}

type Ready = { subject: string; body: string } | null;

/** What the house is sent: what was typed, and how the customer is told. `ready` are the words that stood ready. */
export function bodyOf(act: FormAct, typed: Typed, telling: Telling, ready: Ready): object {
  const said = saidOf(act, telling, ready);
  const reason = (typed.reason ?? "").trim();
  switch (act) {
    case "move":
      return { due_at: typed.due ?? "", reason, ...said } satisfies BodyAt<"move">;
    case "update":
    case "call":
      return { ...said, ...(typed.nextWord && { next_word_at: typed.nextWord }) } satisfies BodyAt<"call">;
    case "keep":
      return {
        ...said,
        ...(typed.arrived && { arrived_at: typed.arrived }),
        ...(typed.more?.trim() && { more: typed.more.trim() }),
      } satisfies BodyAt<"keep">;
    case "accept":
      return said satisfies BodyAt<"accept">;
    case "release":
    case "fail":
    case "hold_up":
      return { reason, ...said } satisfies BodyAt<"hold_up">;
    case "hand_on":
      return {
        owner_id: typed.owner ?? "",
        ...(typed.note?.trim() && { note: typed.note.trim() }),
      } satisfies BodyAt<"hand_on">;
    case "split":
      return { done: (typed.done ?? "").trim(), rest: (typed.rest ?? "").trim() } satisfies BodyAt<"split">;
    case "correct":
      return { text: (typed.text ?? "").trim(), reason } satisfies BodyAt<"correct">;
    case "verdict":
      return {
        answer: typed.answer === "not_yet" ? "not_yet" : "yes",
        ...(typed.words?.trim() && { words: typed.words.trim() }),
      } satisfies BodyAt<"verdict">;
    case "chase":
      return { channel: "phone", ...(typed.words?.trim() && { words: typed.words.trim() }) } satisfies BodyAt<"chase">;
    case "void":
      return { reason } satisfies BodyAt<"void">;
  }
}

/** The first thing that is still missing, for the button that says why it may not be pressed; null when all is there. */
export function missing(act: FormAct, typed: Typed, asked: readonly Asked[]): Asked | null {
  const optional: readonly Asked[] = ["more", "note", "words"];
  const isThere = (name: Asked) => Boolean(typed[name]?.trim()) || (act === "verdict" && name === "answer");
  return asked.find((name) => !optional.includes(name) && !isThere(name)) ?? null;
}

function saidOf(act: FormAct, { how, words, reached, note }: Telling, ready: Ready): Said {
  const { tells } = forms[act];
  if (tells === "no" || (how === "not" && tells === "may")) return {};
  if (how === "called" || tells === "called") {
    const told = { channel: "phone" as const, ...(note.trim() && { note: note.trim() }) };
    if (reached === "spoke") return { told: { ...told, reached: true } };
    return { told: { ...told, reached: false, left_message: reached === "left_message" } };
  }
  const body = (words ?? ready?.body ?? "").trim();
  return body ? { message: { ...(ready?.subject && { subject: ready.subject }), body } } : {};
}
