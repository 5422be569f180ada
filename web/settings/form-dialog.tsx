import { type FormEvent, useState } from "react";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Field, TextField } from "#web/ui/field.tsx";
import type { OurForm } from "./form-line.tsx";
import { useFormWords } from "./form-words.ts";
import look from "./settings.module.css";

/** Makes a form, or names it anew and says which sites may show it. */
export function FormDialog({ saved, onClose }: { saved: OurForm | null; onClose: () => void }) {
  const words = useFormWords();
  const desk = useDeskWords();
  const [name, setName] = useState(saved?.name ?? "");
  const [sites, setSites] = useState(saved?.sites.join("\n") ?? "");
  const done = (said: string) => {
    toast(said);
    onClose();
  };
  const add = useDeed("POST", "/forms", { onDone: () => done(words.added) });
  const edit = useDeed("PATCH", "/forms/:id", { onDone: () => done(desk.saved) });
  const problem = saved ? edit.error : add.error;
  const errorAt = useErrorAt(problem);
  const lacks = name.trim() === "" ? words.missingName : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lacks) return;
    const named = sites.split(/\s+/).filter(Boolean);
    const body = { name: name.trim(), sites: named };
    if (saved) edit.mutate({ params: { id: saved.id }, body, version: saved.version });
    else add.mutate({ body });
  };
  const title = saved ? words.editTitle(saved.name) : words.addTitle;
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ProblemNote problem={problem?.field ? null : problem} />
        <Field
          label={words.name}
          hint={words.nameHint}
          maxLength={100}
          value={name}
          onChange={setName}
          error={errorAt("name")}
        />
        <TextField
          label={words.sites}
          hint={words.sitesHint}
          value={sites}
          onChange={setSites}
          error={errorAt("sites")}
          spellCheck={false}
          dir="ltr"
        />
        <div className={look.acts}>
          <Button type="submit" kind="main" isBusy={add.isPending || edit.isPending} because={lacks}>
            {saved ? desk.save : words.submit}
          </Button>
          <Button onClick={onClose}>{desk.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
