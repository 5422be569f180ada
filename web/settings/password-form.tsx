import { type FormEvent, useState } from "react";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { session } from "#web/desk/session.ts";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { Field } from "#web/ui/field.tsx";
import { changePassword, useIdentity } from "./identity.ts";
import { useSecurityWords } from "./security-words.ts";
import look from "./settings.module.css";

/** Another password, for who knows the one before. */
export function PasswordForm() {
  const words = useSecurityWords().password;
  const me = useCell(session);
  const [before, setBefore] = useState("");
  const [next, setNext] = useState("");
  const change = useIdentity(
    () => changePassword(before, next),
    () => {
      setBefore("");
      setNext("");
      toast(words.changed);
    },
  );
  const errorAt = useErrorAt(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(undefined);
  };
  return (
    <form className={look.form} onSubmit={submit}>
      <h2>{words.title}</h2>
      <ProblemNote problem={change.error?.field ? null : change.error} />
      {/* So that what keeps passwords knows whose this one is. */}
      <input hidden readOnly autoComplete="username" value={me?.member.email ?? ""} />
      <Field
        label={words.before}
        type="password"
        required
        autoComplete="current-password"
        error={errorAt("password")}
        value={before}
        onChange={setBefore}
      />
      <Field
        label={words.next}
        hint={words.nextHint}
        type="password"
        required
        autoComplete="new-password"
        error={errorAt("newPassword")}
        value={next}
        onChange={setNext}
      />
      <Button type="submit" isBusy={change.isPending}>
        {words.change}
      </Button>
    </form>
  );
}
