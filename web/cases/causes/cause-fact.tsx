import { Link } from "@tanstack/react-router";
import { useAsk } from "#web/desk/asking.ts";
import { Button } from "#web/ui/button.tsx";
import { useSharing } from "./sharing.ts";
import { useCauseWords } from "./words.ts";

/** The cause that a case shares with others, and that it does not after all. */
export function CauseFact({ caseId, causeId, isOpen }: { caseId: string; causeId: string; isOpen: boolean }) {
  const words = useCauseWords();
  const cause = useAsk("/causes/:id", { params: { id: causeId } });
  const leaving = useSharing(causeId);
  return (
    <>
      <Link to={`/causes/${causeId}`} dir="auto">
        {cause.data?.text ?? "…"}
      </Link>
      {cause.data && <small>{words.openOf(cause.data.open_count)}</small>}
      {isOpen && (
        <Button
          kind="quiet"
          isBusy={leaving.isPending}
          onClick={() => leaving.mutate({ params: { id: caseId }, body: { cause_id: null } })}
        >
          {words.leave}
        </Button>
      )}
    </>
  );
}
