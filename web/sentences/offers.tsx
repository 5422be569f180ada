import { useState } from "react";
import { api } from "#web/desk/call.ts";
import { useCommands } from "#web/desk/commands.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { DueField } from "#web/quotes/due-field.tsx";
import { useQuoteWords } from "#web/quotes/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Field } from "#web/ui/field.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import { TimeSaid } from "#web/ui/time-said.tsx";
import { rememberAnswer } from "./answered.ts";
import look from "./composing-field.module.css";
import { type Found, promiseOf, type Whom } from "./noticing.ts";
import { useSentenceWords } from "./words.ts";

type Props = {
  about: string;
  offers: readonly Found[];
  whom: Whom | null;
  language: string | undefined;
  /** Do the keys mean these? Only one text of a screen can have them. */
  hasKeys?: boolean;
  /** One of them was answered, and is none any more. */
  onAnswered: () => void;
};

/** The sentences that promise something: each is written down with one key, or is none, and then is not asked about again. */
export function Offers({ offers, hasKeys = true, ...props }: Props) {
  const words = useSentenceWords();
  if (offers.length === 0) return null;
  return (
    <ul className={look.list} aria-label={words.offers}>
      {offers.map((found, place) => (
        <Offer key={`${found.at} ${found.sentence}`} {...props} found={found} isFirst={hasKeys && place === 0} />
      ))}
    </ul>
  );
}

type OfferProps = Omit<Props, "offers" | "hasKeys"> & { found: Found; isFirst: boolean };

function Offer({ about, found, whom, language, isFirst, onAnswered }: OfferProps) {
  const words = useSentenceWords();
  const [asksWhen, setAsksWhen] = useState(false);
  const [typed, setTyped] = useState("");
  const [readAt, setReadAt] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const quote = useQuoteWords();
  const undo = useDeed("POST", "/promises/:id/voids", { onDone: () => toast(words.undone) });
  const answer = (isPromise: boolean) => {
    rememberAnswer(about, found.sentence, isPromise);
    // What the house learns from it is no reason to hold anybody up.
    api
      .post("/sentences/answers", {
        body: { sentence: found.sentence, is_promise: isPromise, ...(language && { language }) },
      })
      .catch(() => undefined);
    onAnswered();
  };
  const record = useDeed("POST", "/promises", {
    onDone: ({ id, text, version }) => {
      toast(words.recorded(text), () => undo.mutate({ params: { id }, body: { reason: words.undoReason }, version }));
      answer(true);
    },
  });
  const dueAt = found.due_at ?? readAt;
  // The house knows how long such work takes, and asks for why where half of it takes longer.
  const isTooSoon = record.error?.field === "short_quote_reason";
  const writeDown = () => {
    if (!whom || record.isPending) return;
    const why = reason.trim();
    if (isTooSoon && !why) return;
    if (dueAt) record.mutate({ body: { ...promiseOf(found, dueAt, whom), ...(why && { short_quote_reason: why }) } });
    else setAsksWhen(true);
  };
  useCommands(
    isFirst
      ? [
          ...(whom ? [{ say: words.writeDown, keys: "alt+r", do: writeDown }] : []),
          { say: words.isNone, keys: "alt+n", do: () => answer(false) },
        ]
      : [],
  );
  return (
    <li>
      <span className={look.what}>
        {found.conditional && <b>{words.conditional} </b>}
        <q dir="auto">{found.sentence}</q> {found.name && <bdi>{found.name} · </bdi>}
        {found.due_at ? <TimeSaid at={found.due_at} /> : words.noTime(found.due_words)}
      </span>
      <span className={look.acts}>
        {whom && (
          <Button onClick={writeDown} isBusy={record.isPending}>
            {words.writeDown} {isFirst && <Kbd keys="alt+r" />}
          </Button>
        )}
        <Button kind="quiet" onClick={() => answer(false)}>
          {words.isNone} {isFirst && <Kbd keys="alt+n" />}
        </Button>
      </span>
      {(asksWhen || isTooSoon) && (
        // Enter writes it down here; the letter around it is not sent by it.
        // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its field does not use
        <div
          className={look.due}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
            event.preventDefault();
            writeDown();
          }}
        >
          {asksWhen && (
            <DueField
              label={words.when}
              typed={typed}
              onType={(next) => {
                setTyped(next);
                record.reset();
              }}
              onRead={setReadAt}
              work={{ kind: whom ? promiseOf(found, "", whom).kind : "other", customerId: whom?.customerId }}
            />
          )}
          {isTooSoon && (
            <Field label={quote.whySoon} hint={quote.whySoonHint} maxLength={500} value={reason} onChange={setReason} />
          )}
        </div>
      )}
      <ProblemNote problem={record.error} />
    </li>
  );
}
