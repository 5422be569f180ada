import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { languageOf } from "#app/sentences/language-of.ts";
import { api } from "#web/desk/call.ts";
import { useSettled } from "#web/desk/settled.ts";
import type { QuotedWork } from "#web/quotes/curve.ts";
import { useReader } from "#web/ui/reader.ts";
import { wasAnswered } from "./answered.ts";
import { Coached } from "./coached.tsx";
import look from "./composing-field.module.css";
import type { Mark } from "./marks.ts";
import { isKnown, type Whom } from "./noticing.ts";
import { Offers } from "./offers.tsx";
import { pointedAt } from "./outcomes.ts";
import { useSentenceWords } from "./words.ts";

type Props = {
  about: string;
  text: string;
  language?: string | undefined;
  whom: Whom | null;
  known?: readonly (string | null)[];
  isLetter?: boolean;
  work?: QuotedWork | undefined;
  onText: (text: string) => void;
  onMarks: (text: string, marks: readonly Mark[]) => void;
};

const waitMs = 350;
// A line tells too little of its language: it is taken to be that of the letter.
const enoughToTell = 60;

/** What a text promises, offered to be written down, and what in it could be said better. Looked at by the house alone. */
export function Noticed({ about, text, language, whom, known = [], isLetter = false, work, onText, onMarks }: Props) {
  const words = useSentenceWords();
  const settled = useSettled(text, waitMs);
  const [answers, setAnswers] = useState(0);
  const advised = useAdvised(isLetter ? work : undefined);
  const reader = useReader();
  const isShort = settled.length <= enoughToTell;
  const own = languageOf(settled) ?? (isShort ? (language ?? reader.language) : undefined);
  const body = { text: settled, ...(own && { language: own }) };
  const read = useQuery({
    queryKey: ["sentences", "found", body],
    queryFn: () => api.post("/sentences/found", { body }),
    retry: false,
    placeholderData: (before) => before,
  });
  const coach = useQuery({
    queryKey: ["sentences", "advice", body, advised],
    queryFn: () =>
      api.post("/sentences/advice", {
        // The house signs the letter itself, and knows its reader's name.
        body: { ...body, is_signed: true, knows: ["name"], ...(advised && { advised_due_at: advised }) },
      }),
    enabled: isLetter,
    retry: false,
    placeholderData: (before) => before,
  });
  const isCurrent = settled === text && !read.isPlaceholderData && !coach.isPlaceholderData;
  const offers = (read.data?.items ?? []).filter((one) => !isKnown(one, known) && !wasAnswered(about, one.sentence));
  // What is not written down yet stands among the offers.
  const points = (coach.data?.points ?? []).filter(({ rule }) => rule !== "not_recorded");
  const marks = JSON.stringify([
    ...offers.map(({ at, sentence }) => ({ from: at, to: at + sentence.length, is: "promise" })),
    ...points.map(({ from, to }) => ({ from, to, is: "hint" })),
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words and what was found in them decide, nothing else
  useEffect(() => {
    if (!isCurrent) return;
    onMarks(text, JSON.parse(marks) as Mark[]);
    pointedAt(
      about,
      points.map(({ rule, from, to }) => ({ rule, words: text.slice(from, to) })),
    );
  }, [isCurrent, marks, text]);
  const cannotSay = read.data?.cannot_say;
  const isUnread = cannotSay === "too_long" || cannotSay === "unknown_language";
  if (offers.length === 0 && points.length === 0 && !isUnread) return null;
  return (
    <section className={look.noticed} aria-label={words.noticed}>
      <Offers
        {...{ about, offers, whom, language: read.data?.language ?? own }}
        onAnswered={() => setAnswers(answers + 1)}
      />
      <Coached points={points} text={text} onText={onText} isCurrent={isCurrent} />
      {isUnread && cannotSay && <p className={look.more}>{words.cannotSay[cannotSay]}</p>}
    </section>
  );
}

/** The time that is advised for the work that a letter is about, asked once. */
function useAdvised(work: QuotedWork | undefined): string | null {
  const quote = useQuery({
    queryKey: ["/quotes", "advised", work?.kind, work?.promiseId],
    queryFn: () =>
      api.post("/quotes", { body: { kind: work?.kind ?? "", ...(work?.promiseId && { promise_id: work.promiseId }) } }),
    enabled: work !== undefined,
    retry: false,
  });
  return quote.data?.advised_due_at ?? null;
}
