import type { FormEvent } from "react";
import { customerKinds } from "#app/customers/customer.ts";
import { useAsk } from "#web/desk/asking.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { isEditedMeanwhile } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Check } from "#web/ui/check.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice, Field, TextField } from "#web/ui/field.tsx";
import { Note } from "#web/ui/note.tsx";
import { changeOf, type Typed, typedOf } from "./customer-form.ts";
import { usePageWords } from "./page-words.ts";
import type { WholeCustomer } from "./pages.ts";
import { ZoneField } from "./zone-field.tsx";

/** What is said of a customer, changed; honest about what came between. */
export function CustomerForm({ customer, onClose }: { customer: WholeCustomer; onClose: () => void }) {
  const words = usePageWords();
  const desk = useDeskWords();
  const members = useAsk("/members", { query: {} });
  const saved = typedOf(customer);
  const first = { typed: saved, base: saved, version: customer.version };
  const [draft, setDraft, clear] = useDraft(`customer ${customer.id}`, first);
  const { typed, base, version } = draft;
  const change = changeOf(base, typed);
  const set = (part: Partial<Typed>) => setDraft({ ...draft, typed: { ...typed, ...part } });
  const save = useDeed("PATCH", "/customers/:id", {
    offline: () => `${words.editTitle}: ${customer.name}`,
    onKept: () => {
      clear();
      onClose();
    },
    onDone: () => {
      clear();
      toast(desk.saved);
      onClose();
    },
  });
  const errorAt = useErrorAt(save.error);
  const because = change ? null : desk.notChanged;
  const takeTheirs = () => {
    setDraft({ ...draft, version: customer.version });
    save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (change) save.mutate({ params: { id: customer.id }, body: change, version });
  };
  const owners = (members.data?.items ?? [])
    .filter(({ left_at: leftAt }) => !leftAt)
    .map(({ id, name }) => [id, name] as const);
  return (
    <Dialog title={words.editTitle} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {isEditedMeanwhile(save.error) || (change && version < customer.version) ? (
          <Note act={<Button onClick={takeTheirs}>{desk.again}</Button>}>{words.theirs}</Note>
        ) : (
          <ProblemNote problem={save.error?.field ? null : save.error} />
        )}
        <Field label={words.name} error={errorAt("name")} value={typed.name} onChange={(name) => set({ name })} />
        <Choice
          label={words.kind}
          value={typed.kind}
          onChange={(kind) => set({ kind })}
          choices={customerKinds.map((each) => [each, words.kinds[each]])}
        />
        <Field
          label={words.tags}
          hint={words.tagsHint}
          error={errorAt("tags")}
          value={typed.tags}
          onChange={(tags) => set({ tags })}
        />
        <Field label={words.tier} error={errorAt("tier")} value={typed.tier} onChange={(tier) => set({ tier })} />
        <Choice
          label={words.owner}
          value={typed.ownerId}
          onChange={(ownerId) => set({ ownerId })}
          choices={[["", words.nobody], ...owners]}
        />
        <Field
          label={words.language}
          hint={words.languageHint}
          error={errorAt("language")}
          value={typed.language}
          onChange={(language) => set({ language })}
        />
        <ZoneField value={typed.timeZone} error={errorAt("time_zone")} onChange={(timeZone) => set({ timeZone })} />
        <TextField
          label={words.whyUs}
          maxLength={2000}
          error={errorAt("why_us")}
          value={typed.whyUs}
          onChange={(whyUs) => set({ whyUs })}
        />
        <Check isOn={typed.isStandIn} onChange={(isStandIn) => set({ isStandIn })}>
          {words.isStandIn}
        </Check>
        <Button type="submit" kind="main" isBusy={save.isPending} because={because}>
          {desk.save}
        </Button>
      </form>
    </Dialog>
  );
}
