import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { session } from "#web/desk/session.ts";
import { useCell } from "#web/ui/cell.ts";
import { useTodayWords } from "./words.ts";

/** What one owes today. */
export function Today() {
  const words = useTodayWords();
  const me = useCell(session);
  const today = useAsk("/today");
  const { late = 0, to_tell = 0 } = today.data?.counts ?? {};
  const [firstName = ""] = (me?.member.name ?? "").split(" ");
  return (
    <Screen title={words.hello(firstName)} count={late + to_tell} lead={today.data && words.summary(late, to_tell)}>
      <ProblemNote problem={today.error} onRetry={() => void today.refetch()} />
    </Screen>
  );
}
