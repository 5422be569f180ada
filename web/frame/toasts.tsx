import { forget, toasts } from "#web/desk/toasts.ts";
import { useDeskWords } from "#web/desk/words.ts";
import { Button } from "#web/ui/button.tsx";
import { useCell } from "#web/ui/cell.ts";
import { Kbd } from "#web/ui/kbd.tsx";
import look from "./toasts.module.css";

/** What was just done, with the way back; read out without taking the focus. */
export function Toasts() {
  const words = useDeskWords();
  const all = useCell(toasts);
  return (
    <div className={look.toasts} role="status">
      {all.map(({ id, said, undo }) => (
        <div key={id} className={look.toast}>
          <span>{said}</span>
          {undo && (
            <Button
              kind="quiet"
              onClick={() => {
                forget(id);
                undo();
              }}
            >
              {words.undo} <Kbd keys="z" />
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
