import { useEffect, useState } from "react";
import { leave } from "#web/desk/session.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import look from "./entrance.module.css";
import { SignInForm } from "./sign-in-form.tsx";
import { useUserWords } from "./words.ts";

/** The session ended in the middle of work: the page stays as it is beneath, and what was asked for goes on. */
export function SignInAgain() {
  const words = useUserWords().signIn;
  const isAtRest = useRest();
  if (!isAtRest) return null;
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

const restMs = 1000;

/** Whoever is typing ends their sentence first: what takes the focus would swallow the rest of it. */
function useRest(): boolean {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    if (isAtRest) return;
    let timer = setTimeout(() => setAtRest(true), restMs);
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setAtRest(true), restMs);
    };
    addEventListener("keydown", wait, true);
    return () => {
      clearTimeout(timer);
      removeEventListener("keydown", wait, true);
    };
  }, [isAtRest]);
  return isAtRest;
}
