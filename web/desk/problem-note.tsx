import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";
import { useReader } from "#web/ui/reader.ts";
import { useKitWords } from "#web/ui/words.ts";
import type { Problem } from "./problem.ts";
import { sentenceOf } from "./sentences.ts";
import { useDeskWords } from "./words.ts";

type Props = { problem: Problem | null; onRetry?: () => void };

/** Why it did not work, in the reader's language. What belongs to a field is shown beside it: see `errorAt`. */
export function ProblemNote({ problem, onRetry }: Props) {
  const words = useDeskWords();
  const kit = useKitWords();
  const { language } = useReader();
  if (!problem) return null;
  const isKept = problem.code === "kept_for_later";
  return (
    <Note kind={isKept ? "word" : "trouble"} act={onRetry && <Button onClick={onRetry}>{words.again}</Button>}>
      {sentenceOf(problem, language)}
      {problem.status >= 500 && problem.requestId && <small>{kit.reference(problem.requestId)}</small>}
    </Note>
  );
}

/** The sentence for one field of a form, null when the problem speaks of another or of none. */
export function useErrorAt(problem: Problem | null): (field: string) => string | null {
  const { language } = useReader();
  return (field) => (problem?.field === field ? sentenceOf(problem, language) : null);
}
