import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Problem } from "#web/desk/problem.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Check } from "#web/ui/check.tsx";
import { Field } from "#web/ui/field.tsx";
import look from "./entrance.module.css";
import { giveCode } from "./signing-in.ts";
import { useUserWords } from "./words.ts";

/** The second factor: the six digits of an app, or a code that was written down for the day the phone is lost. */
export function CodeForm({ onHere, onBack }: { onHere: () => void; onBack: () => void }) {
  const words = useUserWords().signIn;
  const [code, setCode] = useState("");
  const [isBackup, setBackup] = useState(false);
  const [isTrusted, setTrusted] = useState(false);
  const give = useMutation<"here", Problem>({
    mutationFn: () => giveCode(code, isBackup, isTrusted),
    onSuccess: onHere,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate();
  };
  return (
    <form onSubmit={submit}>
      <ProblemNote problem={give.error} />
      <Field
        label={isBackup ? words.backupCode : words.code}
        hint={isBackup ? words.backupHint : words.codeHint}
        inputMode={isBackup ? "text" : "numeric"}
        autoComplete="one-time-code"
        required
        autoFocus
        value={code}
        onChange={setCode}
      />
      <Check isOn={isTrusted} onChange={setTrusted}>
        {words.trust}
      </Check>
      <div className={look.acts}>
        <Button type="submit" kind="main" isBusy={give.isPending}>
          {words.enter}
        </Button>
        <Button kind="quiet" onClick={() => setBackup(!isBackup)}>
          {isBackup ? words.useApp : words.useBackup}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </form>
  );
}
