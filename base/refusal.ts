/** The five kinds of an expected no. A door turns the kind into its own language (HTTP status, exit code, a page). */
export type RefusalKind = "invalid" | "forbidden" | "missing" | "conflict" | "too_many";

type Details = { field?: string; data?: Record<string, unknown> };

/** An expected no: a stable code for programs and a sentence for a person. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly field: string | undefined;
  readonly data: Record<string, unknown> | undefined;

  constructor(kind: RefusalKind, code: string, sentence: string, details: Details = {}) {
    super(sentence);
    this.name = "Refusal";
    this.kind = kind;
    this.code = code;
    this.field = details.field;
    this.data = details.data;
  }
}

/** What a rule answers when it is asked "may I?": yes, or the refusal that would follow. Screens show its sentence. */
export type Ruling = Refusal | null;

export const yes: Ruling = null;

export function invalid(code: string, sentence: string, field?: string, data?: Record<string, unknown>): Refusal {
  return new Refusal("invalid", code, sentence, { ...(field && { field }), ...(data && { data }) });
}

export function conflict(code: string, sentence: string, data?: Record<string, unknown>): Refusal {
  return new Refusal("conflict", code, sentence, data ? { data } : {});
}

export function forbidden(code: string, sentence: string): Refusal {
  return new Refusal("forbidden", code, sentence);
}

/** What is not there and what is not yours look the same. */
export function missing(what: string): Refusal {
  return new Refusal("missing", "not_found", `There is no such ${what}.`);
}

/** Goes on when the ruling is yes, throws its refusal when it is no. */
export function demand(ruling: Ruling): void {
  if (ruling) throw ruling;
}
