import type { FormEvent } from "react";
import { type Role, roles } from "#app/members/member.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { useWhyNot } from "./may.ts";
import look from "./settings.module.css";
import { useSettingsWords } from "./words.ts";

type Typed = { name: string; email: string; role: Role; language: "own" | "en" | "de" };
const first: Typed = { name: "", email: "", role: "member", language: "own" };

/** Asks somebody to come and work here. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { invitations: words, roles: roleWords, roleHints, members } = useSettingsWords();
  const desk = useDeskWords();
  const whyNot = useWhyNot();
  const [typed, setTyped, clear] = useDraft("invitation", first);
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const invite = useDeed("POST", "/invitations", {
    onDone: ({ email }) => {
      clear();
      toast(words.sent(email));
      onClose();
    },
  });
  const errorAt = useErrorAt(invite.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { language, ...body } = typed;
    invite.mutate({ body: { ...body, ...(language !== "own" && { language }) } });
  };
  return (
    <Dialog title={words.invite} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{words.lead}</p>
        <ProblemNote problem={invite.error?.field ? null : invite.error} />
        <Field
          label={words.name}
          required
          maxLength={200}
          autoComplete="off"
          error={errorAt("name")}
          value={typed.name}
          onChange={(name) => set({ name })}
        />
        <Field
          label={words.email}
          type="email"
          required
          autoComplete="off"
          error={errorAt("email")}
          value={typed.email}
          onChange={(email) => set({ email })}
        />
        <Choice
          label={members.role}
          hint={roleHints[typed.role]}
          value={typed.role}
          onChange={(role) => set({ role })}
          choices={roles.map((each) => [each, roleWords[each]])}
        />
        <Choice
          label={words.language}
          value={typed.language}
          onChange={(language) => set({ language })}
          choices={(["own", "en", "de"] as const).map((each) => [each, words.languages[each]])}
        />
        <div className={look.acts}>
          <Button type="submit" kind="main" isBusy={invite.isPending} because={whyNot(typed.role)}>
            {words.send}
          </Button>
          <Button onClick={onClose}>{desk.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
