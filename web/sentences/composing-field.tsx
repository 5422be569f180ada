import { lazy, Suspense, useState } from "react";
import type { QuotedWork } from "#web/quotes/curve.ts";
import { TextField } from "#web/ui/field.tsx";
import look from "./composing-field.module.css";
import { type Mark, piecesOf } from "./marks.ts";
import type { Whom } from "./noticing.ts";

const Noticed = lazy(async () => ({ default: (await import("./noticed.tsx")).Noticed }));

type Props = {
  label: string;
  hint?: string | undefined;
  error?: string | null | undefined;
  maxLength: number;
  /** In which the words are meant; without it they tell by themselves. */
  lang?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** What the text belongs to, such as the id of its promise. */
  about: string;
  /** Whom it is for; null while that is not known, and then nothing can be written down from it. */
  whom: Whom | null;
  /** Are these the member's own words? What the house has made ready itself needs no second look. */
  isOwn?: boolean;
  /** Due times that the text may speak of because they stand written down. */
  known?: readonly (string | null)[];
  /** A letter is read by somebody, and can be said better; a note is for us. */
  isLetter?: boolean;
  work?: QuotedWork | undefined;
};

/** A text to somebody, or about what was said: what it promises is noticed as it is typed, and what could be said better. */
export function ComposingField(props: Props) {
  const { label, hint, error, maxLength, lang, value, onChange, isOwn = true, ...noticing } = props;
  const [marks, setMarks] = useState<{ text: string; marks: readonly Mark[] }>({ text: "", marks: [] });
  const pieces = piecesOf(value, marks.text === value ? marks.marks : []);
  return (
    <>
      <TextField
        {...{ label, hint, error, maxLength, lang, value, onChange }}
        behind={pieces.map(({ words, is }, at) =>
          is ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no other name than its place
            <mark key={at} className={look[is]}>
              {words}
            </mark>
          ) : (
            words
          ),
        )}
      />
      {isOwn && value.trim().length > 3 && (
        <Suspense>
          <Noticed
            {...noticing}
            text={value}
            language={lang}
            onText={onChange}
            onMarks={(text, found) => setMarks({ text, marks: found })}
          />
        </Suspense>
      )}
    </>
  );
}
