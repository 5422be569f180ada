import { type FormEvent, useState } from "react";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Field } from "#web/ui/field.tsx";
import { Note } from "#web/ui/note.tsx";
import { useWhyNot } from "./may.ts";
import look from "./settings.module.css";
import { useSettingsWords } from "./words.ts";

/** By which server mail leaves, and a trial that says what is wrong with it. */
export function MailServer({ saved }: { saved: AnswerAt<"GET", "/workspace"> }) {
  const words = useSettingsWords().mail;
  const desk = useDeskWords();
  const whyNot = useWhyNot()();
  // Its password stands in it, so it is no draft that would lie on this device.
  const [smtpUrl, setSmtpUrl] = useState("");
  const [from, setFrom] = useState<string | null>(null);
  const save = useDeed("PATCH", "/workspace", {
    onDone: () => {
      setSmtpUrl("");
      setFrom(null);
      toast(desk.saved);
    },
  });
  const trial = useDeed("POST", "/workspace/mail-tests");
  const errorAt = useErrorAt(save.error ?? trial.error);
  const isChanged = smtpUrl !== "" || (from !== null && from !== (saved.mail_from ?? ""));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      ...(smtpUrl && { smtp_url: smtpUrl.trim() }),
      ...(from !== null && { mail_from: from.trim() || null }),
    };
    if (isChanged) save.mutate({ body, version: saved.version });
  };
  const problem = save.error ?? trial.error;
  return (
    <form className={look.form} onSubmit={submit}>
      <h2>{words.title}</h2>
      <p className={look.aside}>{saved.smtp_host ? words.now(saved.smtp_host) : words.houses}</p>
      <ProblemNote problem={problem?.field ? null : problem} />
      {trial.data && <Tried {...trial.data} />}
      <Field
        label={words.server}
        hint={words.serverHint}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        placeholder="smtp://user:password@mail.example.com:587"
        readOnly={Boolean(whyNot)}
        error={errorAt("smtp_url")}
        value={smtpUrl}
        onChange={setSmtpUrl}
      />
      <Field
        label={words.from}
        hint={words.fromHint}
        type="email"
        readOnly={Boolean(whyNot)}
        error={errorAt("mail_from")}
        value={from ?? saved.mail_from ?? ""}
        onChange={setFrom}
      />
      <div className={look.acts}>
        <Button
          type="submit"
          kind="main"
          isBusy={save.isPending}
          because={whyNot ?? (isChanged ? null : desk.notChanged)}
        >
          {desk.save}
        </Button>
        <Button
          isBusy={trial.isPending}
          because={whyNot}
          onClick={() => trial.mutate({ body: smtpUrl ? { smtp_url: smtpUrl.trim() } : {} })}
        >
          {words.test}
        </Button>
        {saved.smtp_host && (
          <Button
            kind="quiet"
            because={whyNot}
            onClick={() => save.mutate({ body: { smtp_url: null }, version: saved.version })}
          >
            {words.useHouses}
          </Button>
        )}
      </div>
    </form>
  );
}

/** What came of the trial: where it stopped, in our words, and what the server itself said. */
function Tried({ is_well, step, says, to }: AnswerAt<"POST", "/workspace/mail-tests">) {
  const words = useSettingsWords().mail;
  if (is_well) return <Note>{words.well(to)}</Note>;
  return (
    <Note kind="trouble">
      {words.stopped[step]}
      {step !== "none" && <small dir="auto">{says}</small>}
    </Note>
  );
}
