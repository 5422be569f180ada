import { useRef } from "react";
import { ProblemNote } from "#web/desk/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import look from "./attached.module.css";
import type { useFiles } from "./files.ts";
import { useCaseWords } from "./words.ts";

type Props = { files: ReturnType<typeof useFiles> };

/** What goes with the message that is being written: each file can be taken out again. */
export function Attached({ files: { lines, coming, problem, remove } }: Props) {
  const words = useCaseWords();
  return (
    <>
      <ProblemNote problem={problem} />
      {lines.length > 0 && (
        <ul className={look.files} aria-label={words.toAttach}>
          {lines.map(({ id, name, bytes }) => (
            <li key={id}>
              <bdi>{name}</bdi> <small>{words.size(bytes)}</small>{" "}
              <Button kind="quiet" label={words.leaveOut(name)} onClick={() => remove(id)}>
                {words.leaveOutShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {coming && (
        <p className={look.coming} role="status">
          {words.coming(coming.name)} <progress value={coming.done} aria-label={words.coming(coming.name)} />
        </p>
      )}
    </>
  );
}

/** Chooses files from this device; they can be pasted and dropped as well. */
export function AttachButton({ files }: Props) {
  const words = useCaseWords();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button title={words.attachHint} onClick={() => chooser.current?.click()}>
        {words.attach}
      </Button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={words.attach}
        onChange={({ target }) => {
          files.add([...(target.files ?? [])]);
          // The same file once more is a choice, too.
          target.value = "";
        }}
      />
    </>
  );
}
