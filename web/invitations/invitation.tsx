import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { send } from "#web/desk/call.ts";
import type { Problem } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Field } from "#web/ui/field.tsx";
import { languageOf, ReaderContext, useReader } from "#web/ui/reader.ts";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { CodeForm } from "#web/users/code-form.tsx";
import { Entrance } from "#web/users/entrance.tsx";
import { loadMe } from "#web/users/signing-in.ts";
import { useUserWords } from "#web/users/words.ts";

type Invited = {
  name: string;
  email: string;
  business: string;
  invited_by: string;
  language: string;
  has_account: boolean;
};

/** An invitation as its mail leads to it: who asks, and a password with which one comes in. */
export function Invitation() {
  const { token = "" } = useParams({ strict: false });
  const reader = useReader();
  const words = useUserWords();
  const invited = useQuery<Invited, Problem>({
    queryKey: ["invitation", token],
    queryFn: () => send("GET", address(token)) as Promise<Invited>,
    retry: false,
  });
  if (invited.data) {
    // In the language that whoever invited them chose: they have not chosen one yet.
    return (
      <ReaderContext value={{ ...reader, language: languageOf(invited.data.language) }}>
        <Welcome token={token} invited={invited.data} />
      </ReaderContext>
    );
  }
  const isOver = invited.error && invited.error.status >= 400 && invited.error.status < 500;
  if (isOver) {
    return (
      <Entrance
        title={words.invitation.over}
        lead={words.invitation.overMore}
        foot={<Link to="/sign-in">{words.password.back}</Link>}
      >
        {null}
      </Entrance>
    );
  }
  return (
    <Entrance title="Truepenny">
      <ProblemNote problem={invited.error} onRetry={() => void invited.refetch()} />
      {invited.isPending && <Skeleton />}
    </Entrance>
  );
}

function Welcome({ token, invited }: { token: string; invited: Invited }) {
  const words = useUserWords();
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const arrive = () => void loadMe().then(() => navigate({ to: "/today", replace: true }));
  const accept = useMutation<{ second_factor: boolean }, Problem>({
    mutationFn: () => send("POST", address(token), { body: { password } }) as Promise<{ second_factor: boolean }>,
    onSuccess: ({ second_factor }) => second_factor || arrive(),
  });
  const errorAt = useErrorAt(accept.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate();
  };
  const { lead, leadAlone, title, known, choose, as, enter } = words.invitation;
  return (
    <Entrance title={title(invited.business)} lead={invited.invited_by ? lead(invited.invited_by) : leadAlone}>
      {accept.data?.second_factor ? (
        <CodeForm onHere={arrive} onBack={() => accept.reset()} />
      ) : (
        <form onSubmit={submit}>
          <ProblemNote problem={accept.error?.field ? null : accept.error} />
          <p>{as(invited.email)}</p>
          <input type="email" autoComplete="username" value={invited.email} readOnly hidden />
          <Field
            label={invited.has_account ? words.signIn.password : choose}
            hint={invited.has_account ? known : words.password.hint}
            type="password"
            autoComplete={invited.has_account ? "current-password" : "new-password"}
            required
            autoFocus
            error={errorAt("password")}
            value={password}
            onChange={setPassword}
          />
          <Button type="submit" kind="main" isBusy={accept.isPending}>
            {enter}
          </Button>
        </form>
      )}
    </Entrance>
  );
}

function address(token: string): string {
  return `/api/invitations/${encodeURIComponent(token)}`;
}
