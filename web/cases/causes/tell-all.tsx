import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import look from "#web/cases/case-page.module.css";
import type { Listed } from "#web/cases/pages.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { ComposingField } from "#web/sentences/composing-field.tsx";
import { Button } from "#web/ui/button.tsx";
import { useCauseWords } from "./words.ts";

type Props = { cause: AnswerAt<"GET", "/causes/:id">; cases: readonly Listed[] };

/** One message to everybody whom a cause concerns; what is typed is a draft until it has left. */
export function TellAll({ cause, cases }: Props) {
  const words = useCauseWords();
  const [typed, say, clear] = useDraft(`word on cause ${cause.id}`, "");
  const [toCall, setToCall] = useState<readonly string[]>([]);
  const tell = useDeed("POST", "/causes/:id/statuses", {
    onDone: (said) => {
      setToCall(said.to_call);
      if (said.cases === 0) return;
      clear();
      toast(words.sent(said.cases));
    },
  });
  const errorAt = useErrorAt(tell.error);
  const because = cause.open_count === 0 ? words.nobodyToTell : typed.trim() === "" ? words.nothingYet : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!because) tell.mutate({ params: { id: cause.id }, body: { message: { body: typed.trim() } } });
  };
  const error = errorAt("message.body") ?? errorAt("message");
  return (
    <form onSubmit={submit} className={look.composer} aria-label={words.tellTitle} noValidate>
      <ProblemNote problem={error ? null : tell.error} />
      <ComposingField
        about={cause.id}
        whom={null}
        isLetter
        label={words.letter(cause.open_count)}
        hint={words.letterHint}
        maxLength={20_000}
        value={typed}
        onChange={say}
        error={error}
      />
      {toCall.length > 0 && (
        <div role="status">
          <p>{words.toCall}</p>
          <ul>
            {toCall.map((id) => {
              const found = cases.find((each) => each.id === id);
              return (
                <li key={id}>
                  <Link to={`/cases/${id}`} dir="auto">
                    {found ? `${found.customer.name}: ${found.subject}` : id}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <Button type="submit" kind="main" because={because} isBusy={tell.isPending}>
        {words.send(cause.open_count)}
      </Button>
    </form>
  );
}
