import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Copied } from "./copied.tsx";
import { useSecurityWords } from "./security-words.ts";
import look from "./settings.module.css";

/** The codes for the day the phone is lost, shown once: so only their own button closes this. */
export function BackupCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const words = useSecurityWords().codes;
  return (
    <Dialog title={words.title} onClose={onClose} mustStay>
      <p>{words.lead}</p>
      <ul className={look.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code dir="ltr">{code}</code>
          </li>
        ))}
      </ul>
      <div className={look.acts}>
        <Button kind="main" onClick={onClose}>
          {words.kept}
        </Button>
        <Copied text={codes.join("\n")} />
      </div>
    </Dialog>
  );
}
