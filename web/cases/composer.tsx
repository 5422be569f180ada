import {
  type ClipboardEvent,
  type DragEvent,
  type FormEvent,
  type KeyboardEvent,
  type Ref,
  Suspense,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { mayAct } from "#app/cases/case.ts";
import { placesLeft } from "#app/letters/reply.ts";
import { channelOf, talks } from "#web/cases/acts/forms.ts";
import { useActWords } from "#web/cases/acts/words.ts";
import { fetchedLater } from "#web/desk/later.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { sentenceOf } from "#web/desk/sentences.ts";
import { ComposingField } from "#web/sentences/composing-field.tsx";
import { Button } from "#web/ui/button.tsx";
import { useReader } from "#web/ui/reader.ts";
import { Tabs } from "#web/ui/tabs.tsx";
import { putInto } from "#web/ui/write-on.ts";
import { AttachButton, Attached } from "./attached.tsx";
import look from "./case-page.module.css";
import { Answered, Writing } from "./colleagues.tsx";
import { Naming, useNaming } from "./naming.tsx";
import type { WholeCase } from "./pages.ts";
import { useReplyWords } from "./reply-words.ts";
import { isUnfilled, Unfilled } from "./unfilled.tsx";
import { useComposing } from "./use-composing.ts";
import { useCaseWords } from "./words.ts";

const SavedReplies = fetchedLater(async () => (await import("./saved-replies.tsx")).SavedReplies);

/** Fills the composer with the word that the facts make, and leads there. */
export type Composing = { draft: () => void };

type Props = {
  case_: WholeCase;
  /** Whom one writes to; null where nobody can be written to. */
  to: string | null;
  nameOf: (id: string) => string;
  ref: Ref<Composing>;
};

/** A word to the customer, a talk that was held, or a note for us. What is sent can be taken back for a moment. */
export function Composer({ case_: c, to, nameOf, ref }: Props) {
  const words = useActWords();
  const seen = useCaseWords();
  const replies = useReplyWords();
  const { language } = useReader();
  const place = useRef<HTMLFormElement>(null);
  const { about, how, files, ...composing } = useComposing(c, to);
  const [meant, setMeant] = useState<string | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const area = () => place.current?.querySelector("textarea");
  const naming = useNaming(how === "note", area, composing.say);
  useImperativeHandle(ref, () => ({ draft: () => composing.draft(() => area()?.focus()) }));
  const ruling = how === "note" ? null : mayAct(c);
  const isWritten = how === "write";
  const { theirs } = composing;
  const answered = theirs && seen.answeredFirst(nameOf(theirs.by_member_id ?? ""));
  const unready = files.coming
    ? seen.stillComing
    : isUnfilled(composing.words, meant)
      ? replies.unfilledFirst(placesLeft(composing.words).join(", "))
      : null;
  const lacks = composing.words.trim() === "" ? words.nothingYet : isWritten ? (answered ?? unready) : null;
  const because = ruling ? sentenceOf(ruling, language) : lacks;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!because) composing.send();
  };
  // In an empty field a slash is the way to what is said often; elsewhere it is a slash.
  const chooseBySlash = (event: KeyboardEvent) => {
    if (event.key !== "/" || event.target !== area() || composing.words !== "" || !isWritten) return;
    event.preventDefault();
    setChoosing(true);
  };
  // Text that is pasted or dropped goes where it always goes.
  const takeFiles = (event: ClipboardEvent | DragEvent) => {
    const from = "clipboardData" in event ? event.clipboardData : event.dataTransfer;
    if (!isWritten || from.files.length === 0) return;
    event.preventDefault();
    files.add([...from.files]);
  };
  const ways = (["write", ...talks, "note"] as const).filter((way) => way !== "write" || to !== null);
  const label = isWritten ? words.letter(to ?? words.them) : how === "note" ? words.note : words.callNote;
  const hint = how === "note" ? words.noteHint : isWritten && c.written_by === "sms" ? words.asText : undefined;
  return (
    <form
      ref={place}
      onSubmit={submit}
      onKeyDownCapture={naming.press}
      onSelect={naming.look}
      onKeyDown={chooseBySlash}
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
        onChange={composing.turnTo}
        choices={ways.map((way) => [way, words.ways[way]])}
      />
      <ProblemNote problem={composing.problem} />
      <ComposingField
        about={about}
        isLetter={isWritten}
        whom={
          how === "note"
            ? null
            : { customerId: c.customer_id, contactId: c.contact_id ?? undefined, via: channelOf({ how }) }
        }
        label={label}
        hint={hint}
        maxLength={isWritten || how === "note" ? 20_000 : 4000}
        value={composing.words}
        onChange={composing.say}
      />
      {how === "note" && <Naming naming={naming} />}
      {isWritten && <Attached files={files} />}
      {isWritten && <Unfilled text={composing.words} meant={meant} onMeant={setMeant} />}
      {isWritten && theirs && composing.words.trim() !== "" && (
        <Answered theirs={theirs} nameOf={nameOf} onGoOn={composing.goOn} />
      )}
      <Writing caseId={c.id} nameOf={nameOf} />
      <div className={look.foot}>
        <Button type="submit" kind="main" because={because} isBusy={composing.isBusy}>
          {isWritten ? words.send : how === "note" ? words.keepNote : words.log}
        </Button>
        {isWritten && <AttachButton files={files} />}
        {isWritten && (
          <Button title="/" onClick={() => setChoosing(true)}>
            {replies.open}
          </Button>
        )}
      </div>
      {isChoosing && (
        <Suspense>
          <SavedReplies
            caseId={c.id}
            onChoose={(text) => putInto(area(), text, composing.say)}
            onClose={() => setChoosing(false)}
          />
        </Suspense>
      )}
    </form>
  );
}
