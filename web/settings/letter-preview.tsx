import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DraftName } from "#app/letters/draft.ts";
import { api } from "#web/desk/call.ts";
import type { AnswerAt } from "#web/desk/contracts.ts";
import type { Problem } from "#web/desk/problem.ts";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { useSettled } from "#web/desk/settled.ts";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { useLetterWords } from "./letter-words.ts";
import look from "./letters.module.css";
import { Sheet } from "./sheet.tsx";

// As long as one needs for the next letter.
const patienceMs = 350;

type Props = { name: DraftName; language: "en" | "de"; text: string; isFit: boolean };

/** The letter as its reader would get it, with the words that stand in the field. */
export function LetterPreview({ name, language, text, isFit }: Props) {
  const words = useLetterWords();
  const [way, setWay] = useState<"html" | "text">("html");
  const asked = useSettled(text, patienceMs);
  const letter = useQuery<AnswerAt<"POST", "/drafts/previews">, Problem>({
    queryKey: ["/drafts/previews", name, language, asked],
    queryFn: () => api.post("/drafts/previews", { body: { name, language, text: asked } }),
    // What is wrong with the words stands beside them; here stays the last that was fit.
    enabled: isFit && asked === text,
    placeholderData: (before) => before,
    retry: false,
  });
  return (
    <section aria-labelledby="letter-preview">
      <h2 id="letter-preview">{words.preview}</h2>
      <p className={look.aside}>{words.previewLead}</p>
      <Tabs
        label={words.way}
        value={way}
        onChange={setWay}
        choices={(["html", "text"] as const).map((each) => [each, words.ways[each]])}
      />
      <ProblemNote problem={letter.error} />
      {!letter.data && !letter.error && <Skeleton lines={8} />}
      {letter.data && (
        <div className={look.letter}>
          <p className={look.subject}>
            <small>{words.subject}</small> <b lang={language}>{letter.data.subject}</b>
          </p>
          {way === "html" ? (
            <Sheet html={letter.data.html} language={language} />
          ) : (
            <pre lang={language}>{letter.data.text}</pre>
          )}
        </div>
      )}
    </section>
  );
}
