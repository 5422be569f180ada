import { useState } from "react";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Field } from "#web/ui/field.tsx";
import { Row } from "#web/ui/rows.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { Copied } from "./copied.tsx";
import { useFormWords } from "./form-words.ts";
import look from "./settings.module.css";
import { snippetOf } from "./snippet.ts";

export type OurForm = AnswerAt<"GET", "/forms">["items"][number];

/** One form: its address and what to put into a page, both to copy; who may show it; and the way to end it. */
export function FormLine({ form, because, onEdit }: { form: OurForm; because: string | null; onEdit: () => void }) {
  const words = useFormWords();
  const { id, name, url, sites, heard_at: heardAt } = form;
  const [isSure, setSure] = useState(false);
  const revoke = useDeed("DELETE", "/forms/:id", { onDone: () => toast(words.revoked(name)) });
  const snippet = snippetOf(form);
  return (
    <Row
      acts={
        <>
          <Button because={because} label={words.editOf(name)} onClick={onEdit}>
            {words.edit}
          </Button>
          <Button
            because={because}
            isBusy={revoke.isPending}
            label={isSure ? words.revokeSure : words.revokeOf(name)}
            onClick={() => (isSure ? revoke.mutate({ params: { id } }) : setSure(true))}
          >
            {isSure ? words.revokeSure : words.revoke}
          </Button>
        </>
      }
    >
      <bdi>{name}</bdi>
      <small>
        {heardAt ? (
          <>
            {words.heardAt} <TimeSaid at={heardAt} />
          </>
        ) : (
          words.neverHeard
        )}
      </small>
      <Field label={words.addressOf(name)} dir="ltr" readOnly value={url} onChange={() => undefined} />
      <div className={look.acts}>
        <Copied text={url} />
      </div>
      {sites.length === 0 ? (
        <small>{words.alone}</small>
      ) : (
        <>
          <small>
            {words.framed} <bdi>{sites.join(", ")}</bdi>
          </small>
          <Field label={words.snippetOf(name)} dir="ltr" readOnly value={snippet} onChange={() => undefined} />
          <div className={look.acts}>
            <Copied text={snippet} />
          </div>
        </>
      )}
      <ProblemNote problem={revoke.error} />
    </Row>
  );
}
