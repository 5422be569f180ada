import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ProblemNote, useErrorAt } from "#web/desk/problem-note.tsx";
import { toast } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Field } from "#web/ui/field.tsx";
import { BackupCodes } from "./backup-codes.tsx";
import { beginSecondFactor, prepareSecondFactor, type SecondFactor, useIdentity } from "./identity.ts";
import { PasswordAsked } from "./password-asked.tsx";
import { useSecurityWords } from "./security-words.ts";
import look from "./settings.module.css";

/** Password, picture for the phone, first code, and the codes to write down: then it counts. */
export function SecondFactorSetup({ onClose }: { onClose: () => void }) {
  const words = useSecurityWords().factor;
  const [made, setMade] = useState<SecondFactor | null>(null);
  const [isOn, setOn] = useState(false);
  const prepare = async (password: string) => setMade(await prepareSecondFactor(password));
  if (!made) return <PasswordAsked title={words.setUp} lead={words.setUpLead} onGiven={prepare} onClose={onClose} />;
  if (isOn) return <BackupCodes codes={made.backupCodes} onClose={onClose} />;
  const begun = () => {
    toast(words.begun);
    setOn(true);
  };
  return <FirstCode otpauth={made.totpURI} onRight={begun} onClose={onClose} />;
}

function FirstCode({ otpauth, onRight, onClose }: { otpauth: string; onRight: () => void; onClose: () => void }) {
  const words = useSecurityWords().factor;
  const desk = useDeskWords();
  const [code, setCode] = useState("");
  const picture = useQuery({
    queryKey: ["picture", otpauth],
    queryFn: async () => (await import("qrcode")).toDataURL(otpauth, { margin: 2, width: 220 }),
    gcTime: 0,
  });
  const begin = useIdentity(() => beginSecondFactor(code), onRight);
  const errorAt = useErrorAt(begin.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate(undefined);
  };
  return (
    <Dialog title={words.setUp} onClose={onClose}>
      <form onSubmit={submit}>
        <p>{words.scan}</p>
        {picture.data && <img src={picture.data} alt={words.picture} width={220} height={220} />}
        <p>
          {words.byHand} <code dir="ltr">{new URL(otpauth).searchParams.get("secret")}</code>
        </p>
        <ProblemNote problem={begin.error?.field ? null : begin.error} />
        <Field
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          error={errorAt("code")}
          value={code}
          onChange={setCode}
        />
        <div className={look.acts}>
          <Button type="submit" kind="main" isBusy={begin.isPending}>
            {words.begin}
          </Button>
          <Button onClick={onClose}>{desk.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
