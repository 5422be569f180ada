import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { send } from "#web/desk/call.ts";
import { useDraft } from "#web/desk/draft.ts";
import type { Problem } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { browserZone } from "#web/desk/reading.ts";
import { Button } from "#web/ui/button.tsx";
import { Field } from "#web/ui/field.tsx";
import { useReader } from "#web/ui/reader.ts";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Entrance } from "./entrance.tsx";
import { type Beginning, guessed, sentOf } from "./first-run.ts";
import { PlaceFields } from "./place-fields.tsx";
import { loadMe } from "./signing-in.ts";
import { TradeChoice } from "./trade-choice.tsx";
import { useUserWords } from "./words.ts";

/** The first page of a new house: whose word it keeps, and who begins. */
export function FirstRun() {
  const words = useUserWords();
  const beginning = useQuery<Beginning, Problem>({
    queryKey: ["first run"],
    queryFn: () => send("GET", "/api/first-run") as Promise<Beginning>,
  });
  if (beginning.data?.needed) return <Form beginning={beginning.data} />;
  if (beginning.data) {
    return (
      <Entrance
        title={words.firstRun.ready}
        lead={words.firstRun.readyMore}
        foot={<Link to="/sign-in">{words.password.back}</Link>}
      >
        {null}
      </Entrance>
    );
  }
  return (
    <Entrance title="Truepenny">
      <ProblemNote problem={beginning.error} onRetry={() => void beginning.refetch()} />
      {beginning.isPending && <Skeleton />}
    </Entrance>
  );
}

function Form({ beginning }: { beginning: Beginning }) {
  const words = useUserWords();
  const say = words.firstRun;
  const { language } = useReader();
  const navigate = useNavigate();
  const [typed, setTyped, clear] = useDraft("first run", guessed(language, navigator.languages, browserZone()));
  const [password, setPassword] = useState("");
  const begin = useMutation<unknown, Problem>({
    mutationFn: () => send("POST", "/api/first-run", { body: sentOf(typed, password) }),
    onSuccess: async () => {
      clear();
      await loadMe();
      await navigate({ to: "/today", replace: true });
    },
  });
  const errorAt = useErrorAt(begin.error);
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <Entrance title={say.title} lead={say.lead}>
      <form onSubmit={submit}>
        <Field
          label={say.business}
          hint={say.businessHint}
          autoComplete="organization"
          required
          autoFocus
          maxLength={200}
          error={errorAt("business_name")}
          value={typed.business}
          onChange={(business) => set({ business })}
        />
        <TradeChoice trades={beginning.trades} value={typed.trade} onChange={(trade) => set({ trade })} />
        <Field
          label={say.name}
          hint={say.nameHint}
          autoComplete="name"
          required
          maxLength={200}
          error={errorAt("member_name")}
          value={typed.name}
          onChange={(name) => set({ name })}
        />
        <Field
          label={say.email}
          hint={say.emailHint}
          type="email"
          autoComplete="username"
          required
          error={errorAt("member_email")}
          value={typed.email}
          onChange={(email) => set({ email })}
        />
        <Field
          label={say.password}
          hint={words.password.hint}
          type="password"
          autoComplete="new-password"
          required
          error={errorAt("password")}
          value={password}
          onChange={setPassword}
        />
        <PlaceFields typed={typed} onChange={set} errorAt={errorAt} />
        {beginning.needs_code && (
          <Field
            label={say.code}
            hint={say.codeHint}
            required
            autoComplete="off"
            error={errorAt("setup_code")}
            value={typed.code}
            onChange={(code) => set({ code })}
          />
        )}
        <ProblemNote problem={begin.error?.field ? null : begin.error} />
        <Button type="submit" kind="main" isBusy={begin.isPending}>
          {say.begin}
        </Button>
      </form>
    </Entrance>
  );
}
