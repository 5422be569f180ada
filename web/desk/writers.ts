import { cell } from "#web/ui/cell.ts";

/** A colleague who writes at something just now, as the house told it. */
export type Writer = { memberId: string; subject: string; id: string };

export const writers = cell<readonly Writer[]>([]);

// As long as the house tells it; whoever goes on writing says so again before.
const shownMs = 10_000;
const ends = new Map<string, ReturnType<typeof setTimeout>>();

/** The house says that somebody writes; forgotten after ten seconds. Each writes at one thing at a time. */
export function hearWriting({ member_id: memberId, subject, id }: { member_id: string; subject: string; id: string }) {
  const others = () => writers.get().filter((each) => each.memberId !== memberId);
  clearTimeout(ends.get(memberId));
  writers.set([...others(), { memberId, subject, id }]);
  ends.set(
    memberId,
    setTimeout(() => writers.set(others()), shownMs),
  );
}
