import { type FormEvent, useState } from "react";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Field } from "#web/ui/field.tsx";
import { useIdentity } from "./identity.ts";
import { useSecurityWords } from "./security-words.ts";
import look from "./settings.module.css";

type Props = { title: string; lead: string; onGiven: (password: string) => Promise<void>; onClose: () => void };

/** Whoever sits at an open desk is not always who signed in there: what weighs asks for the password once more. */
export function PasswordAsked({ title, lead, onGiven, onClose }: Props) {
  const words = useSecurityWords().asked;
  const desk = useDeskWords();
  const [password, setPassword] = useState("");
  const give = useIdentity(onGiven, () => undefined);
  const errorAt = useErrorAt(give.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate(password);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{lead}</p>
        <ProblemNote problem={give.error?.field ? null : give.error} />
        <Field
          label={words.password}
          type="password"
          required
          autoComplete="current-password"
          error={errorAt("password")}
          value={password}
          onChange={setPassword}
        />
        <div className={look.acts}>
          <Button type="submit" kind="main" isBusy={give.isPending}>
            {words.goOn}
          </Button>
          <Button onClick={onClose}>{desk.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
