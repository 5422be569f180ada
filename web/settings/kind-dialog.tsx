import { Link } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { kindOf, sayKind } from "./kind-names.ts";
import { useKindWords } from "./kind-words.ts";
import { versionOf, whyNoKind } from "./new-kind.tsx";
import type { Policies } from "./policy-list.ts";
import { searchOf } from "./policy-whom.ts";
import look from "./settings.module.css";

type Props = { kind: string; all: Policies; onClose: () => void };

/** What a kind is called, where it is an own one, and how a bare estimate of it is meant. */
export function KindDialog({ kind, all, onClose }: Props) {
  const words = useKindWords();
  const desk = useDeskWords();
  const own = all.effective.kinds ?? [];
  const isOwn = own.includes(kind);
  const override = all.overrides.find(({ scope, name }) => scope === "kind" && name === kind);
  const saved = { name: sayKind(kind, words.builtIn), estimate: override?.settings.estimate_in ?? "" };
  const [typed, setTyped, clear] = useDraft<{ name: string; estimate: string }>(`kind ${kind}`, saved);
  const next = isOwn ? kindOf(typed.name) : kind;
  const isRenamed = next !== kind;
  const isOtherEstimate = typed.estimate !== saved.estimate;
  const done = () => {
    clear();
    toast(desk.saved);
    onClose();
  };
  const estimate = useDeed("PATCH", "/policies");
  const rename = useDeed("POST", "/policies/kind_renames");
  const errorAt = useErrorAt(rename.error);
  const sayEstimate = (version: number) => {
    if (!isOtherEstimate) return done();
    const estimate_in = typed.estimate === "working" || typed.estimate === "clock" ? typed.estimate : null;
    estimate.mutate({ body: { scope: "kind", name: next, settings: { estimate_in } }, version }, { onSuccess: done });
  };
  const lacks = isRenamed ? whyNoKind(next, own, words) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lacks) return;
    const version = override?.version ?? 0;
    if (!isRenamed) return sayEstimate(version);
    // Its settings go along under the new name, one version on.
    const onSuccess = () => sayEstimate(override ? version + 1 : 0);
    rename.mutate({ body: { from: kind, to: next }, version: versionOf(all) }, { onSuccess });
  };
  const because = lacks ?? (isRenamed || isOtherEstimate ? null : desk.notChanged);
  const problem = rename.error?.field ? null : (rename.error ?? estimate.error);
  return (
    <Dialog title={words.changeOf(saved.name)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ProblemNote problem={problem} />
        {isOwn && (
          <Field
            label={words.name}
            hint={isRenamed && next ? `${words.known(next)} ${words.keepsOld}` : words.nameHint}
            error={lacks ?? errorAt("to")}
            maxLength={40}
            value={typed.name}
            onChange={(name) => setTyped({ ...typed, name })}
          />
        )}
        <Choice
          label={words.estimateLabel}
          hint={words.estimateHint}
          value={typed.estimate}
          onChange={(chosen) => setTyped({ ...typed, estimate: chosen })}
          choices={Object.entries(words.estimates)}
        />
        <div className={look.acts}>
          <Button type="submit" kind="main" isBusy={rename.isPending || estimate.isPending} because={because}>
            {desk.save}
          </Button>
          {isOwn && <Removing kind={kind} all={all} onDone={onClose} />}
        </div>
        <p>
          <Link to="/settings/policies" search={searchOf({ scope: "kind", name: kind }) as never}>
            {words.all}
          </Link>
        </p>
      </form>
    </Dialog>
  );
}

/** Nothing new is written down under it any more; what was stays, and so does the way back. */
function Removing({ kind, all, onDone }: { kind: string; all: Policies; onDone: () => void }) {
  const words = useKindWords();
  const own = all.effective.kinds ?? [];
  const again = useDeed("PATCH", "/policies");
  const remove = useDeed("PATCH", "/policies", {
    onDone: ({ version }) => {
      const undo = () => again.mutate({ body: { settings: { kinds: own } }, version });
      toast(words.removed(sayKind(kind, words.builtIn)), undo);
      onDone();
    },
  });
  const kinds = own.filter((each) => each !== kind);
  return (
    <>
      <ProblemNote problem={remove.error} />
      <Button
        kind="quiet"
        isBusy={remove.isPending}
        onClick={() => remove.mutate({ body: { settings: { kinds } }, version: versionOf(all) })}
      >
        {words.remove}
      </Button>
    </>
  );
}
