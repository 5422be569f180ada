import { type FormEvent, useState } from "react";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Field } from "#web/ui/field.tsx";
import look from "./settings.module.css";
import { useTextWords } from "./text-words.ts";

type OurNumber = AnswerAt<"GET", "/numbers">["items"][number];
type Name = "number" | "accountSid" | "authToken" | "serverUrl";

const atDoor = {
  number: "number",
  accountSid: "account_sid",
  authToken: "auth_token",
  serverUrl: "server_url",
} as const;

/** The number and its account, new or changed. A token stands here, so it is no kept draft; it never comes back. */
export function NumberForm({ saved, because }: { saved: OurNumber | null; because: string | null }) {
  const words = useTextWords();
  const desk = useDeskWords();
  const before = {
    number: saved?.number ?? "",
    accountSid: saved?.account_sid ?? "",
    authToken: "",
    serverUrl: saved?.server_url ?? "",
  };
  const [typed, setTyped] = useState(before);
  const add = useDeed("POST", "/numbers", { onDone: () => toast(words.added) });
  const edit = useDeed("PATCH", "/numbers/:id", { onDone: () => toast(desk.saved) });
  const problem = saved ? edit.error : add.error;
  const errorAt = useErrorAt(problem);
  const said = (name: Name) => typed[name].trim();
  const lacks = (["number", "accountSid", "authToken"] as const).find(
    (name) => said(name) === "" && !(saved && name === "authToken"),
  );
  const isChanged = (Object.keys(typed) as Name[]).some((name) => said(name) !== before[name]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lacks || because || !isChanged) return;
    const plain = { number: said("number"), account_sid: said("accountSid"), server_url: said("serverUrl") || null };
    const token = said("authToken");
    if (!saved) return add.mutate({ body: { ...plain, auth_token: token } });
    const body = { ...plain, ...(token && { auth_token: token }) };
    edit.mutate({ params: { id: saved.id }, body, version: saved.version });
  };
  const field = (name: Name, hint: string) => ({
    label: words[name],
    hint,
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    error: errorAt(atDoor[name]),
    readOnly: because !== null,
    autoComplete: "off",
    spellCheck: false,
    dir: "ltr",
  });
  return (
    <form className={look.form} onSubmit={submit} noValidate>
      <ProblemNote problem={problem?.field ? null : problem} />
      <Field {...field("number", words.numberHint)} type="tel" />
      <Field {...field("accountSid", words.accountSidHint)} />
      <Field
        {...field("authToken", saved ? words.authTokenKept : words.authTokenHint)}
        type="password"
        autoComplete="new-password"
      />
      <Field {...field("serverUrl", words.serverUrlHint)} placeholder="https://" />
      <div className={look.acts}>
        <Button
          type="submit"
          kind="main"
          isBusy={add.isPending || edit.isPending}
          because={because ?? (lacks ? words.missing[lacks] : isChanged ? null : desk.notChanged)}
        >
          {saved ? desk.save : words.submit}
        </Button>
      </div>
    </form>
  );
}
