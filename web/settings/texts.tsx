import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useAsk } from "#web/desk/asking.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Field } from "#web/ui/field.tsx";
import { Note } from "#web/ui/note.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { Copied } from "./copied.tsx";
import { useWhyNot } from "./may.ts";
import { NumberForm } from "./number-form.tsx";
import look from "./settings.module.css";
import { SettingsScreen } from "./settings-screen.tsx";
import { useTextWords } from "./text-words.ts";

type OurNumber = AnswerAt<"GET", "/numbers">["items"][number];

/** The number that customers text and call: its account, what to enter there, and whether anything comes. */
export function Texts() {
  const words = useTextWords();
  const whyNot = useWhyNot()();
  const numbers = useAsk("/numbers");
  const all = numbers.data?.items;
  const [number] = all ?? [];
  return (
    <SettingsScreen page="texts">
      <ProblemNote problem={numbers.error} onRetry={() => void numbers.refetch()} />
      {whyNot && <Note>{whyNot}</Note>}
      {!all && !numbers.error && <Skeleton />}
      {all && !number && <EmptyState title={words.none}>{words.noneLead}</EmptyState>}
      {all && <NumberForm key={number?.version ?? 0} saved={number ?? null} because={whyNot} />}
      {number && <Standing number={number} because={whyNot} />}
    </SettingsScreen>
  );
}

function Standing({ number, because }: { number: OurNumber; because: string | null }) {
  const words = useTextWords();
  const { id, url, heard_at: heardAt } = number;
  const [isSure, setSure] = useState(false);
  const remove = useDeed("DELETE", "/numbers/:id", { onDone: () => toast(words.removed) });
  return (
    <>
      <section aria-labelledby="texts-address">
        <h2 id="texts-address">{words.addressTitle}</h2>
        <p>{words.addressLead}</p>
        <Field label={words.address} dir="ltr" readOnly value={url} onChange={() => undefined} />
        <div className={look.acts}>
          <Copied text={url} />
        </div>
      </section>
      <section aria-labelledby="texts-heard">
        <h2 id="texts-heard">{words.heardTitle}</h2>
        <p>
          {heardAt ? (
            <>
              {words.heardAt} <TimeSaid at={heardAt} />
            </>
          ) : (
            words.neverHeard
          )}
        </p>
        <p>
          <Link to="/settings/mailboxes">{words.aside}</Link>
        </p>
        <ProblemNote problem={remove.error} />
        <div className={look.acts}>
          <Button
            because={because}
            isBusy={remove.isPending}
            onClick={() => (isSure ? remove.mutate({ params: { id } }) : setSure(true))}
          >
            {isSure ? words.removeSure : words.remove}
          </Button>
        </div>
      </section>
    </>
  );
}
