import { leave } from "#web/desk/session.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import look from "./entrance.module.css";
import { SignInForm } from "./sign-in-form.tsx";
import { useUserWords } from "./words.ts";

/** The session ended in the middle of work: the page stays as it is beneath, and what was asked for goes on. */
export function SignInAgain() {
  const words = useUserWords().signIn;
  return (
    <Dialog title={words.again} onClose={() => undefined} mustStay>
      <p>{words.againMore}</p>
      <SignInForm onHere={() => undefined} />
      <p className={look.aside}>
        <Button kind="quiet" onClick={leave}>
          {words.leave}
        </Button>
      </p>
    </Dialog>
  );
}
