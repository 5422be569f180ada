import { type FormEvent, useRef } from "react";
import look from "#web/cases/case-page.module.css";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDraft } from "#web/desk/draft.ts";
import { useSoon } from "#web/desk/soon.ts";
import { ComposingField } from "#web/sentences/composing-field.tsx";
import { Button } from "#web/ui/button.tsx";
import { useCauseWords } from "./words.ts";

// Long enough to see that it was the wrong word.
const graceMs = 10_000;

/** One message to everybody whom a cause concerns; for a moment it can be taken back, and its words are there again. */
export function TellAll({ cause }: { cause: AnswerAt<"GET", "/causes/:id"> }) {
  const words = useCauseWords();
  const [typed, say, clear] = useDraft(`word on cause ${cause.id}`, "");
  const soon = useSoon(graceMs);
  const latest = useRef(typed);
  latest.current = typed;
  const said = typed.trim();
  const because = cause.open_count === 0 ? words.nobodyToTell : said === "" ? words.nothingYet : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (because) return;
    clear();
    const sent = { params: { id: cause.id }, body: { message: { body: said } } };
    // What was typed since stands below it.
    soon({ method: "POST", path: "/causes/:id/statuses", sent, said: words.sent(cause.open_count) }, () =>
      say([said, latest.current].filter(Boolean).join("\n\n")),
    );
  };
  return (
    <form onSubmit={submit} className={look.composer} aria-label={words.tellTitle} noValidate>
      <ComposingField
        about={cause.id}
        whom={null}
        isLetter
        label={words.letter(cause.open_count)}
        hint={words.letterHint}
        maxLength={20_000}
        value={typed}
        onChange={say}
      />
      <Button type="submit" kind="main" because={because}>
        {words.send(cause.open_count)}
      </Button>
    </form>
  );
}
