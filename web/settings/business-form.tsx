import type { FormEvent } from "react";
import type { AnswerAt } from "#web/desk/contracts.ts";
import { useDeed } from "#web/desk/deed.ts";
import { isEditedMeanwhile } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { Note } from "#web/ui/note.tsx";
import { loadMe } from "#web/users/signing-in.ts";
import { useEdit } from "./edit.ts";
import { useWhyNot } from "./may.ts";
import look from "./settings.module.css";
import { useSettingsWords } from "./words.ts";

/** Name, zone, language and currency of the business. */
export function BusinessForm({ saved }: { saved: AnswerAt<"GET", "/workspace"> }) {
  const words = useSettingsWords().business;
  const desk = useDeskWords();
  const whyNot = useWhyNot()();
  const { name, time_zone, language, currency } = saved;
  const edit = useEdit("business", { name, time_zone, language, currency }, saved.version);
  const { shown, change, isOvertaken, set } = edit;
  const save = useDeed("PATCH", "/workspace", {
    onDone: () => {
      edit.clear();
      toast(desk.saved);
      void loadMe();
    },
  });
  const errorAt = useErrorAt(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (change) save.mutate({ body: change, version: edit.version });
  };
  const languages: Record<string, string> = { [language]: language, en: "English", de: "Deutsch" };
  return (
    <form className={look.form} onSubmit={submit}>
      {isOvertaken && <Note act={<Button onClick={edit.goOn}>{desk.again}</Button>}>{words.theirs}</Note>}
      {!isOvertaken && !isEditedMeanwhile(save.error) && (
        <ProblemNote problem={save.error?.field ? null : save.error} />
      )}
      <Field
        label={words.name}
        hint={words.nameHint}
        required
        maxLength={200}
        readOnly={Boolean(whyNot)}
        error={errorAt("name")}
        value={shown.name}
        onChange={(name) => set({ name })}
      />
      <Field
        label={words.timeZone}
        hint={words.timeZoneHint}
        list="zones"
        required
        readOnly={Boolean(whyNot)}
        error={errorAt("time_zone")}
        value={shown.time_zone}
        onChange={(time_zone) => set({ time_zone })}
      />
      <datalist id="zones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Choice
        label={words.language}
        hint={words.languageHint}
        error={errorAt("language")}
        value={shown.language}
        onChange={(language) => set({ language })}
        choices={Object.entries(languages)}
      />
      <Field
        label={words.currency}
        hint={words.currencyHint}
        required
        maxLength={3}
        readOnly={Boolean(whyNot)}
        error={errorAt("currency")}
        value={shown.currency}
        onChange={(typed) => set({ currency: typed.toUpperCase() })}
      />
      <Button type="submit" kind="main" isBusy={save.isPending} because={whyNot ?? (change ? null : desk.notChanged)}>
        {desk.save}
      </Button>
    </form>
  );
}
