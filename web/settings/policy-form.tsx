import { type FormEvent, useState } from "react";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { isEditedMeanwhile } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";
import look from "./policies.module.css";
import { changeOf, type Edits, type Standing, savedIn, undoingOf, unreadableIn } from "./policy-edit.ts";
import { groupsFor } from "./policy-facts.tsx";
import { groups, measures, type SettingName } from "./policy-list.ts";
import { PolicyPreview } from "./policy-preview.tsx";
import { PolicySetting } from "./policy-setting.tsx";
import type { Whom } from "./policy-whom.ts";
import { usePolicyWords } from "./policy-words.ts";

type Props = { whom: Whom; standing: Standing; version: number };

/** All settings of one, with what they would do beside them; what is touched stays on this device until it is saved. */
export function PolicyForm({ whom, standing, version }: Props) {
  const words = usePolicyWords();
  const desk = useDeskWords();
  const { scope, name } = whom;
  const first = { edits: {} as Edits, base: version };
  const [{ edits, base }, setDraft, clear] = useDraft(`policy of ${scope} ${name}`, first);
  const [workingDay, setWorkingDay] = useState<string | null>(null);
  const change = changeOf(edits, standing);
  const count = Object.keys(change).length;
  const unreadable = unreadableIn(edits);
  const isOvertaken = count > 0 && base !== version;
  const about = { scope, ...(name && { name }) };
  const undo = useDeed("PATCH", "/policies", { onDone: () => toast(desk.saved) });
  const save = useDeed("PATCH", "/policies", {
    onDone: clear,
    optimistic: (show, { body }) => show("/policies", (before) => savedIn(before, body)),
  });
  const errorAt = useErrorAt(save.error);
  const errorOf = (setting: SettingName) =>
    unreadable.includes(setting) ? words.unreadable[measures[setting]] : errorAt(`settings.${setting}`);
  const type = (setting: SettingName, typed: string | null) => {
    setDraft({ edits: { ...edits, [setting]: typed }, base: count > 0 ? base : version });
    if (save.error) save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (count === 0) return;
    const settings = undoingOf(change, standing.own);
    const onSuccess = () => toast(desk.saved, () => undo.mutate({ body: { ...about, settings } }));
    save.mutate({ body: { ...about, settings: change }, version: count > 0 ? base : version }, { onSuccess });
  };
  const [cannot] = unreadable;
  const because = cannot ? words.unreadable[measures[cannot]] : count === 0 ? desk.notChanged : null;
  const goOn = () => {
    setDraft({ edits, base: version });
    save.reset();
  };
  return (
    <form className={look.form} onSubmit={submit} noValidate>
      <div className={look.groups}>
        {groupsFor(whom).map((group) => (
          <section key={group}>
            <h2>{words.groups[group]}</h2>
            {groups[group].map((setting) => (
              <PolicySetting
                key={setting}
                name={setting}
                typed={edits[setting]}
                standing={standing}
                isBusiness={scope === "workspace"}
                workingDay={workingDay}
                error={errorOf(setting)}
                onType={(typed) => type(setting, typed)}
              />
            ))}
          </section>
        ))}
      </div>
      <PolicyPreview whom={whom} change={change} onWorkingDay={setWorkingDay} />
      <div className={look.bar}>
        {isOvertaken ? (
          <Note act={<Button onClick={goOn}>{desk.again}</Button>}>{words.theirs}</Note>
        ) : (
          !isEditedMeanwhile(save.error) && <ProblemNote problem={save.error?.field ? null : save.error} />
        )}
        <ProblemNote problem={undo.error} />
        <div className={look.save}>
          <span role="status">{words.changed(count)}</span>
          {Object.keys(edits).length > 0 && (
            <Button kind="quiet" onClick={clear}>
              {words.drop}
            </Button>
          )}
          <Button type="submit" kind="main" isBusy={save.isPending} because={because}>
            {desk.save}
          </Button>
        </div>
      </div>
    </form>
  );
}
