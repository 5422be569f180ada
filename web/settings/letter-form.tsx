import type { FormEvent } from "react";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { isEditedMeanwhile } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";
import { useEdit } from "./edit.ts";
import { faultsOf } from "./letter.ts";
import { LetterPreview } from "./letter-preview.tsx";
import { useLetterWords } from "./letter-words.ts";
import look from "./letters.module.css";
import { useWhyNotWrite } from "./may.ts";
import { TextWithPlaces } from "./text-with-places.tsx";

type Draft = AnswerAt<"GET", "/drafts">["items"][number];
type Props = { draft: Draft; language: "en" | "de"; isOwn: boolean };

/** One letter written anew, for the house or in a tone of one's own, beside how it arrives. */
export function LetterForm({ draft, language, isOwn }: Props) {
  const words = useLetterWords();
  const desk = useDeskWords();
  const whyNot = useWhyNotWrite(isOwn);
  const whyNoMail = useWhyNotWrite(true);
  const { name, places, ours, house } = draft;
  const written = isOwn ? draft.own : house;
  const saved = written?.text ?? (isOwn ? house?.text : null) ?? ours;
  const edit = useEdit(`letter ${name} ${language} ${isOwn ? "own" : "house"}`, { text: saved }, written?.version ?? 0);
  const { text } = edit.shown;
  const { unknown, lacks } = faultsOf(name, text);
  const save = useDeed("PATCH", isOwn ? "/drafts/own" : "/drafts", {
    onDone: edit.clear,
    optimistic: (show, { body }) =>
      show("/drafts", (before) => ({
        ...before,
        items: before.items.map((each) =>
          each.name === name && each.language === language ? withText(each, body.text) : each,
        ),
      })),
  });
  const again = useDeed("PATCH", isOwn ? "/drafts/own" : "/drafts", { onDone: () => toast(desk.saved) });
  const test = useDeed("POST", "/drafts/test_mails", { onDone: ({ to }) => toast(words.testSent(to)) });
  const errorAt = useErrorAt(save.error ?? test.error);
  // Of one's own tone there is none for asking; the screen does not offer it.
  const about = { name, language } as { name: Exclude<Draft["name"], "ask">; language: "en" | "de" };
  const withText = (each: Draft, said: string | null): Draft => {
    const next = said === null ? null : { text: said, version: edit.version + 1 };
    return isOwn ? { ...each, own: next } : { ...each, house: next };
  };
  const put = (next: string | null, said: string) => {
    const before = written?.text ?? null;
    const onSuccess = () => toast(said, () => again.mutate({ body: { ...about, text: before } }));
    save.mutate({ body: { ...about, text: next }, version: edit.version }, { onSuccess });
  };
  const known = places.map((place) => `{${place}}`).join(", ");
  const wrong = unknown ? words.unknown(unknown, known) : text.trim() === "" ? words.empty : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (edit.change && !wrong) put(text, desk.saved);
  };
  const goOn = () => {
    edit.goOn();
    save.reset();
  };
  const problem = save.error ?? again.error ?? test.error;
  return (
    <div className={look.two}>
      <form onSubmit={submit} noValidate>
        {edit.isOvertaken ? (
          <Note act={<Button onClick={goOn}>{desk.again}</Button>}>{words.theirs}</Note>
        ) : (
          !isEditedMeanwhile(save.error) && <ProblemNote problem={problem?.field ? null : problem} />
        )}
        {whyNot && <Note>{whyNot}</Note>}
        <TextWithPlaces
          label={words.words}
          lang={language}
          rows={9}
          maxLength={4000}
          readOnly={Boolean(whyNot)}
          error={wrong ?? errorAt("text")}
          hint={lacks.map((place) => words.lacks(words.places[place] ?? place)).join(" ")}
          value={text}
          onChange={(typed) => edit.set({ text: typed })}
          places={places}
          words={words}
        />
        <div className={look.acts}>
          <Button
            type="submit"
            kind="main"
            isBusy={save.isPending}
            because={whyNot ?? wrong ?? (edit.change ? null : desk.notChanged)}
          >
            {desk.save}
          </Button>
          <Button
            isBusy={test.isPending}
            because={whyNoMail ?? wrong}
            onClick={() => test.mutate({ body: { name, language, text } })}
          >
            {words.test}
          </Button>
          {written && (
            <Button kind="quiet" because={whyNot} isBusy={save.isPending} onClick={() => put(null, words.backSaid)}>
              {isOwn && house ? words.backToHouse : words.back}
            </Button>
          )}
        </div>
      </form>
      <LetterPreview name={name} language={language} text={text} isFit={wrong === null} />
    </div>
  );
}
