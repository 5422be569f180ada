import type { FormEvent } from "react";
import { checkReply, placesOfReply } from "#app/letters/reply.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { isEditedMeanwhile } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Field } from "#web/ui/field.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { useEdit } from "./edit.ts";
import { useWhyNotWrite } from "./may.ts";
import { useReplyWords } from "./reply-words.ts";
import { TextWithPlaces } from "./text-with-places.tsx";

export type SavedReply = AnswerAt<"GET", "/saved_replies">["items"][number];

type Props = { reply: SavedReply | null; language: "en" | "de"; onClose: () => void };

/** One reply, new or written anew; what is typed stays on this device until it is saved. */
export function ReplyDialog({ reply, language, onClose }: Props) {
  const words = useReplyWords();
  const desk = useDeskWords();
  const whyNotHouse = useWhyNotWrite(false);
  const saved = { name: reply?.name ?? "", text: reply?.text ?? "", own: reply?.is_own ?? whyNotHouse !== null };
  const edit = useEdit(`reply ${reply?.id ?? `new ${language}`}`, saved, reply?.version ?? 0);
  const { name, text, own } = edit.shown;
  const onDone = () => {
    edit.clear();
    toast(desk.saved);
    onClose();
  };
  const add = useDeed("POST", "/saved_replies", { onDone });
  const change = useDeed("PATCH", "/saved_replies/:id", { onDone });
  const problem = add.error ?? change.error;
  const errorAt = useErrorAt(problem);
  const wrong = checkReply(text) ? words.unknown : null;
  const because = wrong ?? (name.trim() === "" || text.trim() === "" ? words.lacks : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (because) return;
    if (!reply) return add.mutate({ body: { name, text, language, own } });
    change.mutate({ params: { id: reply.id }, body: { name, text }, version: edit.version });
  };
  return (
    <Dialog title={reply ? words.changeOf(reply.name) : words.add} onClose={onClose} width="wide">
      <form onSubmit={submit} noValidate>
        <ProblemNote problem={problem?.field ? null : problem} />
        {isEditedMeanwhile(problem) && <Button onClick={edit.goOn}>{desk.again}</Button>}
        {!reply && !whyNotHouse && (
          <Tabs
            label={words.whose}
            value={own ? "own" : "house"}
            onChange={(whose) => edit.set({ own: whose === "own" })}
            choices={(["house", "own"] as const).map((each) => [each, words[each]])}
          />
        )}
        <Field
          label={words.name}
          hint={words.nameHint}
          error={errorAt("name")}
          maxLength={100}
          value={name}
          onChange={(typed) => edit.set({ name: typed })}
        />
        <TextWithPlaces
          label={words.words}
          lang={language}
          rows={6}
          maxLength={10_000}
          error={wrong ?? errorAt("text")}
          value={text}
          onChange={(typed) => edit.set({ text: typed })}
          places={placesOfReply}
          words={words}
        />
        <Button type="submit" kind="main" isBusy={add.isPending || change.isPending} because={because}>
          {desk.save}
        </Button>{" "}
        <Button kind="quiet" onClick={onClose}>
          {desk.cancel}
        </Button>
      </form>
    </Dialog>
  );
}
