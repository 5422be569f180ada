import { useEffect } from "react";
import { useAskWhile } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useLater } from "#web/desk/later.ts";
import { aidsAt, session } from "#web/desk/session.ts";

/** Hours, kinds, colleagues and the customers met last: with them a line is read while the house is away. */
export type Aids = AnswerAt<"GET", "/reading_aids">;

/** Keeps them on this device, fresh enough, until its member signs out. */
export function useAidsKept(): void {
  const aids = useAskWhile(useLater(), "/reading_aids", {}).data;
  useEffect(() => {
    if (aids) localStorage.setItem(aidsAt, JSON.stringify({ of: memberId(), aids }));
  }, [aids]);
}

/** What was kept for this member; null before the first time. */
export function keptAids(): Aids | null {
  try {
    const { of, aids } = JSON.parse(localStorage.getItem(aidsAt) ?? "{}");
    return of === memberId() ? aids : null;
  } catch {
    return null;
  }
}

function memberId(): string | undefined {
  return session.get()?.member.id;
}
