import { useState } from "react";
import { session } from "#web/desk/session.ts";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { BackupCodes } from "./backup-codes.tsx";
import { endSecondFactor, newBackupCodes } from "./identity.ts";
import { PasswordAsked } from "./password-asked.tsx";
import { SecondFactorSetup } from "./second-factor-setup.tsx";
import { useSecurityWords } from "./security-words.ts";
import look from "./settings.module.css";

/** A code of one's phone beside the password: whether it is asked for, and everything that changes that. */
export function SecondFactorSection() {
  const words = useSecurityWords().factor;
  const me = useCell(session);
  const [open, setOpen] = useState<"setup" | "codes" | "end" | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = () => setOpen(null);
  const end = async (password: string) => {
    await endSecondFactor(password);
    toast(words.ended);
    close();
  };
  const renew = async (password: string) => {
    setCodes(await newBackupCodes(password));
    close();
  };
  return (
    <section>
      <h2>{words.title}</h2>
      <p className={look.aside}>{me?.second_factor ? words.on : words.off}</p>
      <div className={look.acts}>
        {me?.second_factor ? (
          <>
            <Button onClick={() => setOpen("codes")}>{words.newCodes}</Button>
            <Button kind="quiet" onClick={() => setOpen("end")}>
              {words.end}
            </Button>
          </>
        ) : (
          <Button onClick={() => setOpen("setup")}>{words.setUp}</Button>
        )}
      </div>
      {open === "setup" && <SecondFactorSetup onClose={close} />}
      {open === "codes" && (
        <PasswordAsked title={words.newCodes} lead={words.newCodesLead} onGiven={renew} onClose={close} />
      )}
      {open === "end" && <PasswordAsked title={words.end} lead={words.endLead} onGiven={end} onClose={close} />}
      {codes && <BackupCodes codes={codes} onClose={() => setCodes(null)} />}
    </section>
  );
}
