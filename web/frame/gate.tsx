import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { useReaderNow } from "#web/desk/reading.ts";
import { learnSentences } from "#web/desk/sentences.ts";
import { session } from "#web/desk/session.ts";
import { useCell } from "#web/ui/cell.ts";
import { ReaderContext } from "#web/ui/reader.ts";
import { loadMe } from "#web/users/signing-in.ts";

/** Lets in who is signed in, and leads everybody else to where they begin; what they wanted to see waits for them. */
export function Gate({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const me = useCell(session);
  const [isKnown, setKnown] = useState(me !== null);
  useEffect(() => {
    if (session.get()) return;
    void loadMe().then((found) => {
      if (found === "here") setKnown(true);
      else void navigate({ to: found === "first-run" ? "/first-run" : "/sign-in", search: { to: location.pathname } });
    });
  }, [navigate]);
  return isKnown && me ? children : null;
}

/** Everybody's language, spelling and clock, around the whole app. */
export function Reading({ children }: { children: ReactNode }) {
  const reader = useReaderNow();
  useEffect(() => {
    document.documentElement.lang = reader.language;
    // Without a connection the house's own English sentences are better than none.
    void learnSentences(reader.language).catch(() => undefined);
  }, [reader.language]);
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}
