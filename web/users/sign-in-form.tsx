import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { noConnection, Problem } from "#web/desk/problem.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { session } from "#web/desk/session.ts";
import { Button } from "#web/ui/button.tsx";
import { Field } from "#web/ui/field.tsx";
import { CodeForm } from "./code-form.tsx";
import look from "./entrance.module.css";
import { hasPasskeys, signIn, signInByPasskey } from "./signing-in.ts";
import { useUserWords } from "./words.ts";

/** Who are you? By password and, where it is on, a code; or by a passkey. `onHere` is called once they are in. */
export function SignInForm({ onHere, hasFocus = true }: { onHere: () => void; hasFocus?: boolean }) {
  const words = useUserWords().signIn;
  const [email, setEmail] = useState(session.get()?.member.email ?? "");
  const [password, setPassword] = useState("");
  const [asksCode, setAsksCode] = useState(false);
  const enter = useMutation<"here" | "second factor", Problem, "password" | "passkey">({
    mutationFn: (by) => (by === "passkey" ? signInByPasskey().catch(declined) : signIn(email, password)),
    onSuccess: (next) => (next === "here" ? onHere() : setAsksCode(true)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate("password");
  };
  if (asksCode) return <CodeForm onHere={onHere} onBack={() => setAsksCode(false)} />;
  return (
    <form onSubmit={submit}>
      <ProblemNote problem={enter.error} />
      <Field
        label={words.email}
        type="email"
        autoComplete="username webauthn"
        required
        autoFocus={hasFocus}
        value={email}
        onChange={setEmail}
      />
      <Field
        label={words.password}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={setPassword}
      />
      <div className={look.acts}>
        <Button type="submit" kind="main" isBusy={enter.isPending}>
          {words.enter}
        </Button>
        {hasPasskeys() && <Button onClick={() => enter.mutate("passkey")}>{words.byPasskey}</Button>}
      </div>
    </form>
  );
}

/** Whoever closes the browser's own dialog has not failed at anything. */
function declined(reason: unknown): never {
  if (reason instanceof Problem) throw reason;
  const isDeclined = reason instanceof DOMException && reason.name === "NotAllowedError";
  throw isDeclined ? new Problem(400, { code: "passkey_declined", detail: "No passkey was chosen." }) : noConnection();
}
