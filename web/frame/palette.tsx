import { useState } from "react";
import { type Command, commandsHere } from "#web/desk/commands.ts";
import { Combobox } from "#web/ui/combobox.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import { found } from "./found.ts";
import { useFrameWords } from "./words.ts";

const most = 12;

/** Everything that can be done just now, by a few letters of its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const words = useFrameWords();
  const [typed, setTyped] = useState("");
  // What the page offers, not what this dialog does.
  const [commands] = useState(() => commandsHere().filter(({ isOnlyKey }) => !isOnlyKey));
  const choose = (command: Command) => {
    onClose();
    // After the focus is back where it was, so that what is done may move it.
    setTimeout(command.do);
  };
  return (
    <Dialog title={words.palette} onClose={onClose} width="wide">
      <Combobox
        label={words.palette}
        isLabelHidden
        isAlwaysOpen
        placeholder={words.paletteHint}
        value={typed}
        onType={setTyped}
        choices={found(typed, commands, ({ say }) => say).slice(0, most)}
        keyOf={({ say }) => say}
        show={({ say, keys }) => (
          <>
            <span>{say}</span>
            {keys && <Kbd keys={keys} />}
          </>
        )}
        onChoose={choose}
        empty={words.paletteEmpty}
      />
    </Dialog>
  );
}
