import { useQuery } from "@tanstack/react-query";
import type { Writing } from "#app/promises/ready-letter.ts";
import { api } from "#web/desk/call.ts";
import type { QuotedWork } from "#web/quotes/curve.ts";
import { ComposingField } from "#web/sentences/composing-field.tsx";
import type { Whom } from "#web/sentences/noticing.ts";
import { Note } from "#web/ui/note.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { type FormAct, forms, type Telling } from "./forms.ts";
import look from "./telling-field.module.css";
import { useActWords } from "./words.ts";

type Facts = { due_at?: string; reason?: string; next_word_at?: string };

/** The letter of an act as it would leave now, in the reader's language and the member's tone; null where nobody is told. */
export function useReady(promiseId: string, draft: Writing | undefined, facts: Facts, isWanted: boolean) {
  return useQuery({
    queryKey: ["draft", promiseId, draft, facts],
    queryFn: () =>
      api.post("/promises/:id/drafts", { params: { id: promiseId }, body: { draft: draft ?? "update", ...facts } }),
    enabled: isWanted && draft !== undefined,
    placeholderData: (before) => before,
    retry: false,
  });
}

type Ready = NonNullable<ReturnType<typeof useReady>["data"]>;

type Props = {
  act: FormAct;
  value: Telling;
  onChange: (value: Telling) => void;
  ready: Ready | undefined;
  isCallback: boolean;
  error: string | null;
  /** What a promise in these words would be written down with. */
  composing: Composing;
};

type Composing = { about: string; whom: Whom | null; known: readonly (string | null)[]; work: QuotedWork };

/** How the customer hears of it: the words that stand ready, to be changed, or the call that was held. */
export function TellingField({ act, value, onChange, ready, isCallback, error, composing }: Props) {
  const words = useActWords();
  const { tells } = forms[act];
  const set = (part: Partial<Telling>) => onChange({ ...value, ...part });
  const ways = (["write", "called", "not"] as const).filter((way) => way !== "not" || tells === "may");
  const how = tells === "called" ? "called" : value.how;
  const name = ready?.to?.name ?? words.them;
  return (
    <fieldset className={look.telling}>
      <legend>{words.telling}</legend>
      {tells !== "called" && (
        <Tabs
          label={words.telling}
          value={how}
          onChange={(chosen) => set({ how: chosen })}
          choices={ways.map((way) => [way, words.ways[way](name)])}
        />
      )}
      {how === "write" && <Letter {...{ ready, value, set, error, composing }} />}
      {how === "called" && (
        <>
          <Tabs
            label={words.reachedLabel}
            value={value.reached}
            onChange={(reached) => set({ reached })}
            choices={(["spoke", "left_message", "nobody"] as const)
              .filter((each) => each !== "nobody" || isCallback)
              .map((each) => [each, words.reached[each]])}
          />
          <ComposingField
            {...composing}
            whom={composing.whom && { ...composing.whom, via: "phone" }}
            label={words.callNote}
            value={value.note}
            maxLength={4000}
            error={error}
            onChange={(note) => set({ note })}
          />
        </>
      )}
    </fieldset>
  );
}

type LetterProps = Pick<Props, "ready" | "value" | "error" | "composing"> & { set: (part: Partial<Telling>) => void };

function Letter({ ready, value, set, error, composing }: LetterProps) {
  const words = useActWords();
  if (!ready) return <Skeleton lines={3} />;
  if (ready.problem) return <Note>{words.cannotWrite(ready.problem.detail)}</Note>;
  const rest = ready.letter.paragraphs.filter((paragraph) => !ready.message.body.includes(paragraph));
  return (
    <>
      <ComposingField
        {...composing}
        isLetter
        isOwn={value.words !== null}
        whom={composing.whom && { ...composing.whom, via: ready.to?.email ? "email" : "portal" }}
        label={words.message(ready.to?.name ?? words.them)}
        lang={ready.language}
        value={value.words ?? ready.message.body}
        maxLength={20_000}
        error={error}
        onChange={(typed) => set({ words: typed })}
      />
      {rest.length > 0 && (
        <details className={look.rest}>
          <summary>{words.alsoSays}</summary>
          <div lang={ready.language}>
            {rest.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </details>
      )}
    </>
  );
}
