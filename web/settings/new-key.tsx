import { type FormEvent, useState } from "react";
import type { Scope } from "#base/contract.ts";
import { useDeed } from "#web/desk/deed.ts";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Choice, Field } from "#web/ui/field.tsx";
import { useNow } from "#web/ui/now.ts";
import { useOwnWords } from "./own-words.ts";
import look from "./settings.module.css";

const reading: Scope[] = ["promises:read", "customers:read", "record:read", "settings:read"];
const dayMs = 86_400_000;

/** A key that acts as whoever makes it, with all that they may do or only to read. */
export function NewKey({ onMade, onClose }: { onMade: (secret: string) => void; onClose: () => void }) {
  const words = useOwnWords().keys;
  const desk = useDeskWords();
  const now = useNow();
  const [name, setName] = useState("");
  const [reach, setReach] = useState<"all" | "read">("read");
  const [days, setDays] = useState<"90" | "365" | "never">("365");
  const make = useDeed("POST", "/api_keys", { onDone: ({ api_key }) => onMade(api_key) });
  const errorAt = useErrorAt(make.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({
      body: {
        name: name.trim(),
        ...(reach === "read" && { scopes: reading }),
        ...(days !== "never" && { expires_at: new Date(now + Number(days) * dayMs).toISOString() }),
      },
    });
  };
  return (
    <Dialog title={words.make} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemNote problem={make.error?.field === "name" ? null : make.error} />
        <Field
          label={words.name}
          hint={words.nameHint}
          required
          maxLength={200}
          error={errorAt("name")}
          value={name}
          onChange={setName}
        />
        <Choice
          label={words.reach}
          value={reach}
          onChange={setReach}
          choices={[
            ["read", words.reads],
            ["all", words.all],
          ]}
        />
        <Choice
          label={words.lasts}
          value={days}
          onChange={setDays}
          choices={[
            ["90", words.days90],
            ["365", words.days365],
            ["never", words.never],
          ]}
        />
        <div className={look.acts}>
          <Button type="submit" kind="main" isBusy={make.isPending}>
            {words.make}
          </Button>
          <Button onClick={onClose}>{desk.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
