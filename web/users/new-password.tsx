import { useMutation } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { Problem } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Field } from "#web/ui/field.tsx";
import { Entrance } from "./entrance.tsx";
import { askForNewPassword, setNewPassword } from "./signing-in.ts";
import { useUserWords } from "./words.ts";

/** A forgotten password: with the mail's token one chooses a new one, without it one asks for the mail. */
export function NewPassword() {
  const { token } = useSearch({ strict: false }) as { token?: string };
  return token ? <Choose token={token} /> : <Ask />;
}

function Ask() {
  const words = useUserWords();
  const [email, setEmail] = useState("");
  const ask = useMutation<void, Problem>({ mutationFn: () => askForNewPassword(email) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  const back = <Link to="/sign-in">{words.password.back}</Link>;
  if (ask.isSuccess) {
    return (
      <Entrance title={words.password.askedTitle} lead={words.password.asked} foot={back}>
        {null}
      </Entrance>
    );
  }
  return (
    <Entrance title={words.password.askTitle} lead={words.password.askLead} foot={back}>
      <form onSubmit={submit}>
        <ProblemNote problem={ask.error} />
        <Field
          label={words.signIn.email}
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={setEmail}
        />
        <Button type="submit" kind="main" isBusy={ask.isPending}>
          {words.password.ask}
        </Button>
      </form>
    </Entrance>
  );
}

function Choose({ token }: { token: string }) {
  const words = useUserWords().password;
  const [password, setPassword] = useState("");
  const set = useMutation<void, Problem>({ mutationFn: () => setNewPassword(token, password) });
  const errorAt = useErrorAt(set.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate();
  };
  const back = <Link to="/sign-in">{words.back}</Link>;
  if (set.isSuccess) {
    return (
      <Entrance title={words.title} lead={words.done} foot={back}>
        {null}
      </Entrance>
    );
  }
  return (
    <Entrance title={words.title} foot={back}>
      <form onSubmit={submit}>
        <ProblemNote problem={set.error?.field ? null : set.error} />
        <Field
          label={words.fresh}
          hint={words.hint}
          type="password"
          autoComplete="new-password"
          required
          autoFocus
          error={errorAt("newPassword")}
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" kind="main" isBusy={set.isPending}>
          {words.set}
        </Button>
      </form>
    </Entrance>
  );
}
