import {
  type ClipboardEvent,
  type DragEvent,
  type FormEvent,
  type Ref,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { mayAct } from "#app/cases/case.ts";
import { channelOf, saidOf, type Telling, talks } from "#web/cases/acts/forms.ts";
import { useActWords } from "#web/cases/acts/words.ts";
import { api } from "#web/desk/call.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { Problem } from "#web/desk/problem.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { sentenceOf } from "#web/desk/sentences.ts";
import { useSoon } from "#web/desk/soon.ts";
import { toast } from "#web/desk/toasts.ts";
import { ComposingField } from "#web/sentences/composing-field.tsx";
import { tellOutcomes } from "#web/sentences/outcomes.ts";
import { Button } from "#web/ui/button.tsx";
import { useReader } from "#web/ui/reader.ts";
import { Tabs } from "#web/ui/tabs.tsx";
import { AttachButton, Attached } from "./attached.tsx";
import look from "./case-page.module.css";
import { useFiles } from "./files.ts";
import type { WholeCase } from "./pages.ts";
import { useCaseWords } from "./words.ts";

/** Fills the composer with the word that the facts make, and leads there. */
export type Composing = { draft: () => void };

type How = Telling["how"] | "note";
type Props = {
  case_: WholeCase;
  /** Whom one writes to; null where nobody can be written to. */
  to: string | null;
  ref: Ref<Composing>;
};

// Long enough to see that it was the wrong word.
const graceMs = 10_000;

/** A word to the customer, a talk that was held, or a note for us. What is sent can be taken back for a moment. */
export function Composer({ case_: c, to, ref }: Props) {
  const words = useActWords();
  const seen = useCaseWords();
  const { language } = useReader();
  const place = useRef<HTMLFormElement>(null);
  const [held, setHeld, clear] = useDraft(`word in ${c.id}`, { how: "write" as How, words: "" });
  const files = useFiles(c.id);
  const soon = useSoon(graceMs);
  const latest = useRef(held.words);
  latest.current = held.words;
  const [trouble, setTrouble] = useState<Problem | null>(null);
  const how = to === null && held.how === "write" ? "called" : held.how;
  const about = `word in ${c.id}`;
  const after = (said: string) => {
    clear();
    tellOutcomes(about);
    toast(said);
  };
  const log = useDeed("POST", "/cases/:id/statuses", { onDone: () => after(words.logged) });
  const note = useDeed("POST", "/cases/:id/notes", { onDone: () => after(words.noted) });
  const params = { id: c.id };
  const draft = () => {
    setTrouble(null);
    api.get("/cases/:id/drafts", { params }).then(
      ({ body }) => {
        setHeld({ how: to === null ? how : "write", words: [held.words.trim(), body].filter(Boolean).join("\n\n") });
        place.current?.querySelector("textarea")?.focus();
      },
      (problem) => problem instanceof Problem && setTrouble(problem),
    );
  };
  useImperativeHandle(ref, () => ({ draft }));
  const ruling = how === "note" ? null : mayAct(c);
  const isWritten = how === "write";
  const lacks = held.words.trim() === "" ? words.nothingYet : isWritten && files.coming ? seen.stillComing : null;
  const because = ruling ? sentenceOf(ruling, language) : lacks;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (because) return;
    const said = held.words.trim();
    if (how === "note") return note.mutate({ params, body: { body: said } });
    const body = saidOf({ how, words: said });
    if (how !== "write") return log.mutate({ params, body });
    const attached = files.take();
    const withFiles = { ...body, ...(attached.length > 0 && { attachment_ids: attached.map(({ id }) => id) }) };
    const sent = { method: "POST", path: "/cases/:id/statuses", sent: { params, body: withFiles } } as const;
    clear();
    tellOutcomes(about);
    // What was typed since stands below it.
    soon({ ...sent, said: words.sentSoon(to ?? words.them) }, () => {
      setHeld({ how, words: [said, latest.current.trim()].filter(Boolean).join("\n\n") });
      files.giveBack(attached);
    });
  };
  // Text that is pasted or dropped goes where it always goes.
  const takeFiles = (event: ClipboardEvent | DragEvent) => {
    const from = "clipboardData" in event ? event.clipboardData : event.dataTransfer;
    if (!isWritten || from.files.length === 0) return;
    event.preventDefault();
    files.add([...from.files]);
  };
  const ways = (["write", ...talks, "note"] as const).filter((way) => way !== "write" || to !== null);
  const label = how === "write" ? words.letter(to ?? words.them) : how === "note" ? words.note : words.callNote;
  return (
    <form
      ref={place}
      onSubmit={submit}
      onPaste={takeFiles}
      onDrop={takeFiles}
      onDragOver={(event) => isWritten && event.preventDefault()}
      className={look.composer}
      aria-label={words.reply}
      noValidate
    >
      <Tabs
        label={words.reply}
        value={how}
        onChange={(next) => setHeld({ ...held, how: next })}
        choices={ways.map((way) => [way, words.ways[way]])}
      />
      <ProblemNote problem={trouble ?? log.error ?? note.error} />
      <ComposingField
        about={about}
        isLetter={how === "write"}
        whom={
          how === "note"
            ? null
            : { customerId: c.customer_id, contactId: c.contact_id ?? undefined, via: channelOf({ how }) }
        }
        label={label}
        hint={how === "write" && c.written_by === "sms" ? words.asText : undefined}
        maxLength={how === "write" || how === "note" ? 20_000 : 4000}
        value={held.words}
        onChange={(typed) => setHeld({ how, words: typed })}
      />
      {isWritten && <Attached files={files} />}
      <div className={look.foot}>
        <Button type="submit" kind="main" because={because} isBusy={log.isPending || note.isPending}>
          {how === "write" ? words.send : how === "note" ? words.keepNote : words.log}
        </Button>
        {isWritten && <AttachButton files={files} />}
      </div>
    </form>
  );
}
