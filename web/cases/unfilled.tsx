import { placesLeft } from "#app/letters/reply.ts";
import { Button } from "#web/ui/button.tsx";
import { Note } from "#web/ui/note.tsx";
import { useReplyWords } from "./reply-words.ts";

type Props = {
  text: string;
  /** The text that is meant as it stands, braces and all. */
  meant: string | null;
  onMeant: (text: string) => void;
};

/** Are there places in it that nobody has filled, and nobody said are meant so? */
export function isUnfilled(text: string, meant: string | null): boolean {
  return text !== meant && placesLeft(text).length > 0;
}

/** Warns of what stands in braces still, before a customer reads it so. */
export function Unfilled({ text, meant, onMeant }: Props) {
  const words = useReplyWords();
  if (!isUnfilled(text, meant)) return null;
  return (
    <Note act={<Button onClick={() => onMeant(text)}>{words.meant}</Button>}>
      {words.unfilled(placesLeft(text).join(", "))}
    </Note>
  );
}
