import { type FormEvent, useState } from "react";
import { useAsk } from "#web/desk/asking.ts";
import { useDeed } from "#web/desk/deed.ts";
import { useDraft } from "#web/desk/draft.ts";
import { chooseLook, chosenLook, type Look } from "#web/desk/look.ts";
import { isEditedMeanwhile } from "#web/desk/problem.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { Screen } from "#web/desk/screen.tsx";
import { session } from "#web/desk/session.ts";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { Choice, Field } from "#web/ui/field.tsx";
import { Note } from "#web/ui/note.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { loadMe } from "#web/users/signing-in.ts";
import look from "./about-me.module.css";
import { changeOf, type AboutMe as Typed, typedOf } from "./about-me.ts";
import { useMemberWords } from "./words.ts";

/** What a member says of themself. The pattern of a screen: read, draft, one deed, honest about what came between. */
export function AboutMe() {
  const words = useMemberWords();
  const me = useCell(session);
  const id = me?.member.id ?? "";
  const member = useAsk("/members/:id", { params: { id } });
  return (
    <Screen title={words.title} lead={words.lead}>
      <ProblemNote problem={member.error} onRetry={() => void member.refetch()} />
      {member.data ? (
        <Form key={id} saved={typedOf(member.data)} version={member.data.version} />
      ) : (
        <Skeleton lines={6} />
      )}
      <Appearance />
    </Screen>
  );
}

function Form({ saved, version }: { saved: Typed; version: number }) {
  const words = useMemberWords();
  const desk = useDeskWords();
  const me = useCell(session);
  const id = me?.member.id ?? "";
  const [{ typed, base }, setDraft, clear] = useDraft("about me", { typed: saved, base: version });
  const save = useDeed("PATCH", "/members/:id", {
    onDone: () => {
      clear();
      toast(desk.saved);
      void loadMe();
    },
    offline: () => words.title,
    onKept: clear,
  });
  const errorAt = useErrorAt(save.error);
  const change = changeOf(saved, typed);
  const because = change ? null : desk.notChanged;
  // What nobody has touched yet follows what is saved; what was typed stays.
  const shown = change ? typed : saved;
  const set = (part: Partial<Typed>) => setDraft({ typed: { ...shown, ...part }, base: change ? base : version });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (change) save.mutate({ params: { id }, body: change, version: base });
  };
  const isOvertaken = change !== null && base !== version;
  return (
    <form className={look.form} onSubmit={submit}>
      {isOvertaken && (
        <Note act={<Button onClick={() => setDraft({ typed, base: version })}>{desk.again}</Button>}>
          {words.theirs(saved.name)}
        </Note>
      )}
      {!isOvertaken && !isEditedMeanwhile(save.error) && (
        <ProblemNote problem={save.error?.field ? null : save.error} />
      )}
      <Field
        label={words.name}
        hint={words.nameHint}
        autoComplete="name"
        required
        maxLength={200}
        error={errorAt("name")}
        value={shown.name}
        onChange={(name) => set({ name })}
      />
      <Choice
        label={words.language}
        value={shown.language}
        onChange={(language) => set({ language })}
        choices={(["own", "en", "de"] as const).map((each) => [each, words.languages[each]])}
      />
      <Field
        label={words.timeZone}
        hint={words.timeZoneHint(me?.workspace.time_zone ?? "")}
        list="zones"
        error={errorAt("time_zone")}
        value={shown.timeZone}
        onChange={(timeZone) => set({ timeZone })}
      />
      <datalist id="zones">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <fieldset className={look.quiet}>
        <legend>{words.quiet}</legend>
        <p>{words.quietLead}</p>
        <Field
          label={words.from}
          type="time"
          error={errorAt("quiet_from")}
          value={shown.quietFrom}
          onChange={(quietFrom) => set({ quietFrom })}
        />
        <Field
          label={words.until}
          type="time"
          error={errorAt("quiet_until")}
          value={shown.quietUntil}
          onChange={(quietUntil) => set({ quietUntil })}
        />
      </fieldset>
      <Button type="submit" kind="main" isBusy={save.isPending} because={because}>
        {desk.save}
      </Button>
    </form>
  );
}

function Appearance() {
  const words = useMemberWords();
  const [chosen, setChosen] = useState<Look>(chosenLook);
  const choose = (next: Look) => {
    chooseLook(next);
    setChosen(next);
  };
  return (
    <section>
      <h2>{words.appearance}</h2>
      <p>{words.lookLead}</p>
      <Tabs
        label={words.appearance}
        value={chosen}
        onChange={choose}
        choices={(["system", "light", "dark"] as const).map((each) => [each, words.look[each]])}
      />
    </section>
  );
}
