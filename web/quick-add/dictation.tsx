import { useEffect, useRef, useState } from "react";
import { EarIcon } from "#web/ui/icons.tsx";
import { Note } from "#web/ui/note.tsx";
import { useReader } from "#web/ui/reader.ts";
import { type Hearing, hasEar, listen, spokenAfter } from "./ear.ts";
import look from "./quick-add.module.css";
import { useQuickAddWords } from "./words.ts";

/** A button to speak instead of typing, where the browser can listen; the words land in the line as if they were typed. */
export function Dictation({ line, onLine }: { line: string; onLine: (line: string) => void }) {
  const words = useQuickAddWords().speaking;
  const { locale } = useReader();
  const [hearing, setHearing] = useState<Hearing | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  // What is heard comes later than the drawing that asked for it.
  const heard = useRef(onLine);
  heard.current = onLine;
  useEffect(() => () => hearing?.stop(), [hearing]);
  if (!hasEar()) return null;
  const press = () => {
    if (hearing) return hearing.stop();
    setTrouble(null);
    const begun = listen(locale, {
      words: (spoken) => heard.current(spokenAfter(line, spoken)),
      trouble: (code) => setTrouble(words.trouble[code] ?? words.trouble.other),
      end: () => setHearing(null),
    });
    setHearing(begun);
  };
  return (
    <>
      <button
        type="button"
        className={look.speak}
        aria-pressed={hearing !== null}
        aria-label={hearing ? words.stop : words.start}
        title={words.who}
        onClick={press}
      >
        <EarIcon />
      </button>
      {trouble && <Note kind="trouble">{trouble}</Note>}
    </>
  );
}
