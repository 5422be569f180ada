/** Why the house did not do it: its sentence for a person, its code for us, perhaps the field that it speaks of. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly data: Record<string, unknown> | undefined;
  readonly requestId: string | undefined;

  constructor(status: number, said: { code: string; detail: string } & Partial<Told>) {
    super(said.detail);
    this.name = "Problem";
    this.status = status;
    this.code = said.code;
    this.field = said.field;
    this.data = said.data;
    this.requestId = said.request_id;
  }
}

type Told = { field: string; data: Record<string, unknown>; request_id: string };

/** What an answer that is no yes says of itself; a proxy between us may speak no JSON at all. */
export async function problemOf(response: Response): Promise<Problem> {
  const said = await response.json().catch(() => ({}));
  // A proxy stands before a house that is away.
  if ([502, 503, 504].includes(response.status) && !said.code) return noConnection();
  const { detail = said.message ?? response.statusText, code = "trouble" } = said;
  return new Problem(response.status, { ...said, code: String(code).toLowerCase(), detail });
}

/** The house could not be reached: nothing is known of what it did. */
export function noConnection(): Problem {
  return new Problem(0, { code: "no_connection", detail: "The house cannot be reached." });
}

/** Has somebody else changed it since we looked? */
export function isEditedMeanwhile(problem: unknown): boolean {
  return problem instanceof Problem && problem.status === 412;
}
