import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { filled } from "#app/letters/draft.ts";
import { useAsk } from "#web/desk/asking.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useReplyWords } from "./reply-words.ts";
import look from "./saved-replies.module.css";

type Props = {
  caseId: string;
  /** With what is known of the case filled in; what is not stands in its braces. */
  onChoose: (text: string) => void;
  onClose: () => void;
};

const most = 50;

/** What is said often, found by a few letters and put where one writes; those in the reader's language come first. */
export function SavedReplies({ caseId, onChoose, onClose }: Props) {
  const words = useReplyWords();
  const [typed, setTyped] = useState("");
  const replies = useAsk("/saved_replies");
  const facts = useAsk("/cases/:id/reply_facts", { params: { id: caseId } });
  const language = facts.data?.language;
  const sought = typed.toLowerCase().split(/\s+/);
  const all = replies.data?.items ?? [];
  const fitting = all
    .filter(({ name, text }) => sought.every((word) => `${name} ${text}`.toLowerCase().includes(word)))
    .toSorted((a, b) => Number(b.language === language) - Number(a.language === language));
  const choose = (text: string) => {
    onClose();
    // After the focus is back where one writes.
    setTimeout(() => onChoose(filled(text, facts.data?.facts ?? {})));
  };
  return (
    <Dialog title={words.title} onClose={onClose} width="wide">
      <ProblemNote problem={replies.error ?? facts.error} />
      <Combobox
        label={words.find}
        isLabelHidden
        isAlwaysOpen
        placeholder={words.find}
        value={typed}
        onType={setTyped}
        choices={facts.data ? fitting.slice(0, most) : []}
        keyOf={({ id }) => id}
        show={({ name, text, language: of, is_own: isOwn }) => (
          <span className={look.reply} lang={of} dir="auto">
            <b>{name}</b> {isOwn && <small>{words.own}</small>}
            <small className={look.text}>{text}</small>
          </span>
        )}
        onChoose={({ text }) => choose(text)}
        empty={replies.data && facts.data ? (all.length === 0 ? words.none : words.noneFits) : words.loading}
      />
      <p>
        <Link to="/settings/replies">{words.toSettings}</Link>
      </p>
    </Dialog>
  );
}
