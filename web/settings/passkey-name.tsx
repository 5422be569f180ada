import { type FormEvent, useState } from "react";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Field } from "#web/ui/field.tsx";
import { useIdentity } from "./identity.ts";
import { useSecurityWords } from "./security-words.ts";
import look from "./settings.module.css";

type Props = { title: string; first: string; onGiven: (name: string) => Promise<void>; onClose: () => void };

/** How a passkey is called, so that one knows later which is which. */
export function PasskeyName({ title, first, onGiven, onClose }: Props) {
  const words = useSecurityWords().passkeys;
  const desk = useDeskWords();
  const [name, setName] = useState(first);
  const give = useIdentity(onGiven, () => undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate(name.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemNote problem={give.error} />
        <Field label={words.name} hint={words.nameHint} required maxLength={100} value={name} onChange={setName} />
        <div className={look.acts}>
          <Button type="submit" kind="main" isBusy={give.isPending}>
            {desk.save}
          </Button>
          <Button onClick={onClose}>{desk.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
