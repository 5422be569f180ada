import { useState } from "react";
import { commandsHere } from "#web/desk/commands.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import look from "./key-list.module.css";
import { useFrameWords } from "./words.ts";

/** Every key that is heard on this screen. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const words = useFrameWords();
  const [commands] = useState(() => commandsHere());
  return (
    <Dialog title={words.keysTitle} onClose={onClose} width="wide">
      <p>{words.keysLead}</p>
      <dl className={look.keys}>
        {commands.map(
          ({ say, keys }) =>
            keys && (
              <div key={keys}>
                <dt>
                  <Kbd keys={keys} />
                </dt>
                <dd>{say}</dd>
              </div>
            ),
        )}
      </dl>
    </Dialog>
  );
}
