import { asked } from "#web/desk/asking.ts";
import { useCommands } from "#web/desk/commands.ts";
import { useDeed } from "#web/desk/deed.ts";
import { toast } from "#web/desk/toasts.ts";
import { Button } from "#web/ui/button.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import look from "./composing-field.module.css";
import { type Point, takenOver } from "./noticing.ts";
import { useSentenceWords } from "./words.ts";

type Props = {
  points: readonly Point[];
  text: string;
  onText: (text: string) => void;
  /** Do the points speak of the text as it is now? */
  isCurrent: boolean;
};

const mostShown = 4;

/** What could be said better, at the words: better ones are taken with one key, and a rule is not seen again if one likes. */
export function Coached({ points, text, onText, isCurrent }: Props) {
  const words = useSentenceWords();
  const again = useDeed("POST", "/sentences/advice_dismissals", { onDone: lookAgain });
  const dismiss = useDeed("POST", "/sentences/advice_dismissals", {
    onDone: (_, { body: { rule } }) => {
      lookAgain();
      toast(words.dismissed, () => again.mutate({ body: { rule, dismissed: false } }));
    },
  });
  const take = (point: Point) => {
    if (isCurrent) onText(takenOver(text, point));
  };
  const first = points.find(({ better }) => better !== null);
  useCommands(first ? [{ say: words.takeBetter, keys: "alt+b", do: () => take(first) }] : []);
  if (points.length === 0) return null;
  return (
    <>
      <ul className={look.list} aria-label={words.coach}>
        {points.slice(0, mostShown).map((point) => (
          <li key={`${point.rule} ${point.from}`}>
            <span className={look.what}>
              <q dir="auto">{text.normalize("NFC").slice(point.from, point.to)}</q> {point.why}
            </span>
            <span className={look.acts}>
              {point.better !== null && (
                <Button onClick={() => take(point)}>
                  {point.better === "" ? words.leaveOut : words.instead(point.better)}{" "}
                  {point === first && <Kbd keys="alt+b" />}
                </Button>
              )}
              <Button kind="quiet" onClick={() => dismiss.mutate({ body: { rule: point.rule } })}>
                {words.dismiss}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {points.length > mostShown && <p className={look.more}>{words.more(points.length - mostShown)}</p>}
    </>
  );
}

function lookAgain() {
  void asked.invalidateQueries({ queryKey: ["sentences", "advice"] });
}
