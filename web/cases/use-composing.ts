import { useEffect, useRef, useState } from "react";
import { namedIn } from "#app/cases/mention.ts";
import { saidOf, type Telling } from "#web/cases/acts/forms.ts";
import { useActWords } from "#web/cases/acts/words.ts";
import { useAskWhile } from "#web/desk/asking.ts";
import { api } from "#web/desk/call.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { dropWaiting, waiting } from "#web/desk/outbox.ts";
import { Problem } from "#web/desk/problem.ts";
import { useSoon } from "#web/desk/soon.ts";
import { toast } from "#web/desk/toasts.ts";
import { tellOutcomes } from "#web/sentences/outcomes.ts";
import { useCell } from "#web/ui/cell.ts";
import { type FileLine, useFiles } from "./files.ts";
import type { WholeCase } from "./pages.ts";
import { sayWriting } from "./say-writing.ts";
import { useNewestOfOthers } from "./use-seen.ts";

type How = Telling["how"] | "note";

type Held = {
  how: How;
  words: string;
  /** The newest word of a colleague when one began to write; null for none. */
  seen?: string | null | undefined;
};

// Long enough to see that it was the wrong word.
const graceMs = 10_000;

/** What is being said in a case, kept on this device until it is said; `to` is null where nobody can be written to. */
export function useComposing({ id }: WholeCase, to: string | null) {
  const words = useActWords();
  const about = `word in ${id}`;
  const [held, setHeld, clear] = useDraft<Held>(about, { how: "write", words: "" });
  const newest = useNewestOfOthers(id);
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
  const members = useAskWhile(how === "note", "/members", { query: {} });
  const params = { id };
  // Whoever had written nothing yet has seen what stands there.
  const seen =
    held.words.trim() === "" || held.seen === undefined
      ? (newest?.id ?? (newest === null ? null : undefined))
      : held.seen;
  const theirs = newest && seen !== undefined && (seen === null || newest.id > seen) ? newest : null;

  /** Puts the word that the facts make below what stands there. */
  const draft = (then: () => void) => {
    setTrouble(null);
    api.get("/cases/:id/drafts", { params }).then(
      ({ body }) => {
        setHeld({ how: to === null ? how : "write", words: joined(held.words, body), seen });
        then();
      },
      (problem) => problem instanceof Problem && setTrouble(problem),
    );
  };

  const send = () => {
    const said = held.words.trim();
    if (how === "note") {
      const mention_ids = namedIn(said, members.data?.items ?? []).map((member) => member.id);
      return note.mutate({ params, body: { body: said, ...(mention_ids.length > 0 && { mention_ids }) } });
    }
    const body = saidOf({ how, words: said });
    if (how !== "write") return log.mutate({ params, body });
    const attached = files.take();
    const withFiles = {
      ...body,
      ...(attached.length > 0 && { attachment_ids: attached.map((file) => file.id) }),
      ...(seen !== undefined && { seen_message_id: seen }),
    };
    clear();
    tellOutcomes(about);
    const sent = { method: "POST", path: "/cases/:id/statuses", sent: { params, body: withFiles, attached } } as const;
    // What was typed since stands below it.
    soon({ ...sent, said: words.sentSoon(to ?? words.them) }, () => {
      setHeld({ how, words: joined(said, latest.current), seen });
      files.giveBack(attached);
    });
  };

  // Refused because a colleague was faster, after it had left the field: its words come back to it.
  const refused = useCell(waiting).find(({ path, sent, refused: no }) => {
    const { params: to } = sent as { params?: { id?: string } };
    return path === "/cases/:id/statuses" && to?.id === id && no?.code === "edited_meanwhile";
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is taken up once
  useEffect(() => {
    if (!refused) return;
    const { body, attached = [] } = refused.sent as ToSend;
    dropWaiting(refused.key);
    setHeld({
      how: "write",
      words: joined(body.message?.body ?? "", latest.current),
      seen: body.seen_message_id ?? null,
    });
    files.giveBack(attached);
  }, [refused?.key]);

  return {
    about,
    how,
    words: held.words,
    files,
    draft,
    send,
    say: (typed: string) => {
      sayWriting(id);
      setHeld({ how, words: typed, seen });
    },
    theirs,
    goOn: () => newest && setHeld({ ...held, how, seen: newest.id }),
    turnTo: (next: How) => setHeld({ ...held, how: next }),
    problem: trouble ?? log.error ?? note.error,
    isBusy: log.isPending || note.isPending,
  };
}

type ToSend = {
  body: { message?: { body?: string }; seen_message_id?: string | null };
  attached?: readonly FileLine[];
};

function joined(...words: string[]): string {
  return words
    .map((each) => each.trim())
    .filter(Boolean)
    .join("\n\n");
}
