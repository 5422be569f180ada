import { type FormEvent, useState } from "react";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Field } from "#web/ui/field.tsx";
import { wordsIn } from "./filters.ts";
import { useCustomerWords } from "./words.ts";

type Props = { ids: readonly string[]; onClose: () => void; onDone: () => void };

/** Tags put on many customers at once, and others taken off. */
export function Tagging({ ids, onClose, onDone }: Props) {
  const words = useCustomerWords();
  const desk = useDeskWords();
  const [add, setAdd] = useState("");
  const [remove, setRemove] = useState("");
  const tag = useDeed("POST", "/customers/taggings", {
    onDone: ({ changed }) => {
      toast(words.tagged(changed));
      onDone();
      onClose();
    },
  });
  const errorAt = useErrorAt(tag.error);
  const body = { customer_ids: [...ids], add: wordsIn(add), remove: wordsIn(remove) };
  const because = body.add.length + body.remove.length > 0 ? null : words.tagsMissing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!because) tag.mutate({ body });
  };
  return (
    <Dialog title={words.tagTitle(ids.length)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ProblemNote problem={tag.error?.field ? null : tag.error} />
        <Field label={words.addTags} hint={words.tagsHint} error={errorAt("add")} value={add} onChange={setAdd} />
        <Field label={words.removeTags} error={errorAt("remove")} value={remove} onChange={setRemove} />
        <Button type="submit" kind="main" isBusy={tag.isPending} because={because}>
          {desk.save}
        </Button>
      </form>
    </Dialog>
  );
}
