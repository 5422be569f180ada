import { useRef, useState } from "react";
import { saidOf, type Telling } from "#web/cases/acts/forms.ts";
import { useActWords } from "#web/cases/acts/words.ts";
import { api } from "#web/desk/call.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { Problem } from "#web/desk/problem.ts";
import { useSoon } from "#web/desk/soon.ts";
import { toast } from "#web/desk/toasts.ts";
import { tellOutcomes } from "#web/sentences/outcomes.ts";
import { useFiles } from "./files.ts";
import type { WholeCase } from "./pages.ts";

type How = Telling["how"] | "note";

// Long enough to see that it was the wrong word.
const graceMs = 10_000;

/** What is being said in a case, kept on this device until it is said; `to` is null where nobody can be written to. */
export function useComposing({ id }: WholeCase, to: string | null) {
  const words = useActWords();
  const about = `word in ${id}`;
  const [held, setHeld, clear] = useDraft(about, { how: "write" as How, words: "" });
  const files = useFiles(id);
  const soon = useSoon(graceMs);
  const latest = useRef(held.words);
  latest.current = held.words;
  const [trouble, setTrouble] = useState<Problem | null>(null);
  const how = to === null && held.how === "write" ? "called" : held.how;
  const done = (said: string) => () => {
    clear();
    tellOutcomes(about);
    toast(said);
  };
  const log = useDeed("POST", "/cases/:id/statuses", { onDone: done(words.logged) });
  const note = useDeed("POST", "/cases/:id/notes", { onDone: done(words.noted) });
  const params = { id };

  /** Puts the word that the facts make below what stands there. */
  const draft = (then: () => void) => {
    setTrouble(null);
    api.get("/cases/:id/drafts", { params }).then(
      ({ body }) => {
        setHeld({ how: to === null ? how : "write", words: [held.words.trim(), body].filter(Boolean).join("\n\n") });
        then();
      },
      (problem) => problem instanceof Problem && setTrouble(problem),
    );
  };

  const send = () => {
    const said = held.words.trim();
    if (how === "note") return note.mutate({ params, body: { body: said } });
    const body = saidOf({ how, words: said });
    if (how !== "write") return log.mutate({ params, body });
    const attached = files.take();
    const withFiles = { ...body, ...(attached.length > 0 && { attachment_ids: attached.map((file) => file.id) }) };
    clear();
    tellOutcomes(about);
    const sent = { method: "POST", path: "/cases/:id/statuses", sent: { params, body: withFiles } } as const;
    // What was typed since stands below it.
    soon({ ...sent, said: words.sentSoon(to ?? words.them) }, () => {
      setHeld({ how, words: [said, latest.current.trim()].filter(Boolean).join("\n\n") });
      files.giveBack(attached);
    });
  };

  return {
    about,
    how,
    words: held.words,
    files,
    draft,
    send,
    say: (typed: string) => setHeld({ how, words: typed }),
    turnTo: (next: How) => setHeld({ ...held, how: next }),
    problem: trouble ?? log.error ?? note.error,
    isBusy: log.isPending || note.isPending,
  };
}
