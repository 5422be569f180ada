import { session } from "#web/desk/session.ts";
import { useCell } from "#web/ui/cell.ts";
import { type Said, useSaid } from "./pages.ts";

/** The newest word of a colleague to the customer; undefined while nothing was read yet, null where there is none. */
export function useNewestOfOthers(caseId: string): Said | null | undefined {
  const me = useCell(session)?.member.id;
  const said = useSaid(caseId).data;
  return said && (said.find((one) => isOfOther(one, me)) ?? null);
}

function isOfOther({ direction, author, by_member_id: by, state }: Said, me: string | undefined): boolean {
  return direction === "out" && author === "human" && by !== null && by !== me && state !== "withdrawn";
}
