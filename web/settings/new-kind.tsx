import type { FormEvent } from "react";
import { isKind } from "#app/workspaces/policy.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Field } from "#web/ui/field.tsx";
import { kindOf, sayKind } from "./kind-names.ts";
import { useKindWords } from "./kind-words.ts";
import type { Policies } from "./policy-list.ts";
import look from "./settings.module.css";

/** One more kind, named as people say it. */
export function NewKind({ all }: { all: Policies }) {
  const words = useKindWords();
  const [typed, setTyped, clear] = useDraft("new kind", "");
  const add = useDeed("PATCH", "/policies", { onDone: clear });
  const own = all.effective.kinds ?? [];
  const kind = kindOf(typed);
  const lacks = typed.trim() === "" ? null : whyNoKind(kind, own, words);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!kind || lacks) return;
    const onSuccess = () => toast(words.added(sayKind(kind, words.builtIn)));
    add.mutate({ body: { settings: { kinds: [...own, kind] } }, version: versionOf(all) }, { onSuccess });
  };
  return (
    <form className={look.form} onSubmit={submit}>
      <h2>{words.add}</h2>
      <ProblemNote problem={add.error} />
      <Field
        label={words.name}
        hint={kind ? words.known(kind) : words.nameHint}
        error={lacks}
        required
        maxLength={40}
        value={typed}
        onChange={setTyped}
      />
      <Button type="submit" kind="main" isBusy={add.isPending} because={kind ? lacks : words.nameHint}>
        {words.addNow}
      </Button>
    </form>
  );
}

/** Why a kind cannot be called so; null where it can. */
export function whyNoKind(kind: string, own: readonly string[], words: { nameless: string; taken: string }) {
  if (!kind) return words.nameless;
  return isKind(kind, { kinds: own }) ? words.taken : null;
}

/** The version of the business's own settings, in which the kinds stand. */
export function versionOf({ overrides }: Policies): number {
  return overrides.find(({ scope }) => scope === "workspace")?.version ?? 0;
}
