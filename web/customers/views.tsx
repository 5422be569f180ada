import { type FormEvent, useState } from "react";
import { mayChangeView } from "#app/customers/view.ts";
import { useAskWhile } from "#web/desk/asking.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useLater } from "#web/desk/later.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { sentenceOf } from "#web/desk/sentences.ts";
import { session } from "#web/desk/session.ts";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { Check } from "#web/ui/check.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { useReader } from "#web/ui/reader.ts";
import look from "./customers.module.css";
import { type Filters, filtersOf, isSame } from "./filters.ts";
import { useCustomerWords } from "./words.ts";

type Props = { filters: Filters; onShow: (filters: Filters) => void };

/** Lists as one looks at them often: chosen, saved under a name, taken away. */
export function Views({ filters, onShow }: Props) {
  const words = useCustomerWords();
  const { language } = useReader();
  const me = useCell(session);
  const [isSaving, setSaving] = useState(false);
  const views = useAskWhile(useLater(), "/views", { query: { of: "customers", limit: 200 } });
  const all = views.data?.items ?? [];
  const here = all.find((view) => isSame(filtersOf(view.filters), filters));
  const remove = useDeed("DELETE", "/views/:id", { onDone: () => toast(words.viewRemoved) });
  const by = { memberId: me?.member.id ?? "", role: me?.member.role ?? "" };
  const ruling =
    here && mayChangeView(by, { ...here, filters: here.filters, memberId: here.member_id, isShared: here.shared });
  const isNothing = isSame(filters, {});
  if (all.length === 0 && isNothing) return null;
  return (
    <div className={look.views}>
      {all.length > 0 && (
        <Choice
          label={words.views}
          value={here?.id ?? ""}
          onChange={(id) => onShow(filtersOf(all.find((view) => view.id === id)?.filters ?? {}))}
          choices={[["", words.noView], ...all.map(({ id, name }) => [id, name] as const)]}
        />
      )}
      {!isNothing && (
        <Button kind="quiet" onClick={() => onShow({})}>
          {words.clear}
        </Button>
      )}
      {!here && !isNothing && <Button onClick={() => setSaving(true)}>{words.saveView}</Button>}
      {here && (
        <Button
          kind="quiet"
          isBusy={remove.isPending}
          because={ruling && sentenceOf(ruling, language)}
          onClick={() => remove.mutate({ params: { id: here.id }, version: here.version })}
        >
          {words.removeView(here.name)}
        </Button>
      )}
      <ProblemNote problem={remove.error} />
      {isSaving && <SaveView filters={filters} onClose={() => setSaving(false)} />}
    </div>
  );
}

function SaveView({ filters, onClose }: { filters: Filters; onClose: () => void }) {
  const words = useCustomerWords();
  const desk = useDeskWords();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const save = useDeed("POST", "/views", {
    onDone: () => {
      toast(words.viewSaved);
      onClose();
    },
  });
  const errorAt = useErrorAt(save.error);
  const because = name.trim() ? null : words.nameMissing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!because) save.mutate({ body: { of: "customers", name: name.trim(), filters, shared } });
  };
  return (
    <Dialog title={words.saveView.replace("…", "")} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ProblemNote problem={save.error?.field ? null : save.error} />
        <Field label={words.viewName} maxLength={200} error={errorAt("name")} value={name} onChange={setName} />
        <Check isOn={shared} onChange={setShared}>
          {words.shareView}
        </Check>
        <Button type="submit" kind="main" isBusy={save.isPending} because={because}>
          {desk.save}
        </Button>
      </form>
    </Dialog>
  );
}
