import { type FormEvent, useState } from "react";
import { roles } from "#app/members/member.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice } from "#web/ui/field.tsx";
import { loadMe } from "#web/users/signing-in.ts";
import { useWhyNot } from "./may.ts";
import type { Member } from "./people.ts";
import look from "./settings.module.css";
import { useSettingsWords } from "./words.ts";

/** Another role for somebody who works here. */
export function RoleDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const words = useSettingsWords();
  const desk = useDeskWords();
  const whyNot = useWhyNot();
  const [role, setRole] = useState(member.role);
  const save = useDeed("PATCH", "/members/:id", {
    onDone: () => {
      toast(words.members.roleSaid(member.name, words.roles[role]));
      void loadMe();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (role !== member.role) save.mutate({ params: { id: member.id }, body: { role }, version: member.version });
  };
  return (
    <Dialog title={words.members.roleOf(member.name)} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemNote problem={save.error} />
        <Choice
          label={words.members.role}
          hint={words.roleHints[role]}
          value={role}
          onChange={setRole}
          choices={roles.map((each) => [each, words.roles[each]])}
        />
        <div className={look.acts}>
          <Button
            type="submit"
            kind="main"
            isBusy={save.isPending}
            because={role === member.role ? desk.notChanged : whyNot(role)}
          >
            {desk.save}
          </Button>
          <Button onClick={onClose}>{desk.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
