/** What was looked at, whether it is well, what was seen, and where it is not what to do. Never a secret. */
export type Finding = { what: string; isWell: boolean; says: string; todo: string | null };

export function well(what: string, says: string): Finding {
  return { what, isWell: true, says, todo: null };
}

export function wrong(what: string, says: string, todo: string): Finding {
  return { what, isWell: false, says, todo };
}
