/** What goes wrong at the door itself, before a rule is asked: no key, no such path, a body that cannot be read. */
export class DoorProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, sentence: string, headers: Record<string, string> = {}) {
    super(sentence);
    this.name = "DoorProblem";
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** The code that Node, Fastify and PostgreSQL give their errors; empty when there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
