import { type Acting, mayManage, mayManageMembers, type Role } from "#app/members/member.ts";
import { sentenceOf } from "#web/desk/sentences.ts";
import { session } from "#web/desk/session.ts";
import { useCell } from "#web/ui/cell.ts";
import { useReader } from "#web/ui/reader.ts";

/** Why this member may not change settings (of somebody in `role`, where that is given), as the server rules it; null if they may. */
export function useWhyNot(): (role?: Role) => string | null {
  const me = useCell(session);
  const { language } = useReader();
  // A session reaches as far as its member's role does.
  const { id: memberId = "", role: own = "viewer" } = me?.member ?? {};
  const by: Acting = { memberId, role: own, scopes: ["settings:write"] };
  return (role) => {
    const ruling = role ? mayManage(by, role) : mayManageMembers(by);
    return ruling && sentenceOf(ruling, language);
  };
}

/** Why this member may not write letters: those of the house are for admins, one's own for everybody who may write. */
export function useWhyNotWrite(isOwn: boolean): string | null {
  const me = useCell(session);
  const { language } = useReader();
  const whyNot = useWhyNot()();
  if (!isOwn) return whyNot;
  return me?.member.role === "viewer" ? sentenceOf(viewersOnlyRead, language) : null;
}

const viewersOnlyRead = {
  code: "viewers_only_read",
  message: "A viewer reads and changes nothing. Ask an admin for another role.",
};
