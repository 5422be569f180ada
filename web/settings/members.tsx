import { useState } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { session } from "#web/desk/session.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { Menu } from "#web/ui/menu.tsx";
import { Note } from "#web/ui/note.tsx";
import { Person } from "#web/ui/person.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Invitations } from "./invitations.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { LeavingDialog } from "./leaving-dialog.tsx";
import { useWhyNot } from "./may.ts";
import type { Member } from "./people.ts";
import { RoleDialog } from "./role-dialog.tsx";
import { SettingsScreen } from "./settings-screen.tsx";
import { useSettingsWords } from "./words.ts";

const most = 200;

/** Who works here and who is on the way in. */
export function Members() {
  const words = useSettingsWords();
  const whyNot = useWhyNot()();
  const members = useAsk("/members", { query: { limit: most } });
  const [isInviting, setInviting] = useState(false);
  const [toCall, setToCall] = useState(0);
  const [open, setOpen] = useState<{ member: Member; as: "role" | "leaving" } | null>(null);
  const close = () => setOpen(null);
  const all = members.data?.items ?? [];
  const invite = (
    <Button kind="main" because={whyNot} onClick={() => setInviting(true)}>
      {words.invitations.invite}
    </Button>
  );
  return (
    <SettingsScreen page="members" acts={invite}>
      <ProblemNote problem={members.error} onRetry={() => void members.refetch()} />
      {whyNot && <Note>{whyNot}</Note>}
      {toCall > 0 && <Note>{words.members.toCall(toCall)}</Note>}
      <h2>{words.members.here}</h2>
      {members.data ? (
        <Rows label={words.members.here}>
          {all.map((member) => (
            <Line key={member.id} member={member} onOpen={(as) => setOpen({ member, as })} />
          ))}
        </Rows>
      ) : (
        <Skeleton />
      )}
      <Invitations />
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
      {open?.as === "role" && <RoleDialog member={open.member} onClose={close} />}
      {open?.as === "leaving" && (
        <LeavingDialog member={open.member} others={all} onClose={close} onToCall={setToCall} />
      )}
    </SettingsScreen>
  );
}

function Line({ member, onOpen }: { member: Member; onOpen: (as: "role" | "leaving") => void }) {
  const words = useSettingsWords();
  const me = useCell(session);
  const because = useWhyNot()(member.role);
  const items = [
    { say: words.members.changeRole, because, do: () => onOpen("role") },
    { say: words.members.letGo, because, kind: "careful" as const, do: () => onOpen("leaving") },
  ];
  return (
    <Row acts={<Menu label={words.members.more(member.name)} items={items} />}>
      <Person name={member.name} />
      {member.id === me?.member.id && ` (${words.members.you})`}
      <small>
        {words.roles[member.role]} · <bdi>{member.email}</bdi>
        {!member.signs_in && ` · ${words.members.noWayIn}`}
      </small>
    </Row>
  );
}
